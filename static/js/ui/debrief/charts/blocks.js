/* The blocks that pictures of the debrief are put together from: a drawing with its title and figures, a list that
 * scrolls, a remark. */
import { figure } from "../../../state/words.js";
import { structure } from "../../../state/structure.js";
import { shareBars } from "./bars.js";
import { lineKey, shareKey, thinKey } from "./keys.js";
import { lineChart } from "./line.js";
import { hundred } from "../../../state/series.js";
import { figureOf, html, table } from "../../shared/svg.js";

const COUNTED = ["cost", "reserve", "claims"];
export const NARROW = matchMedia("(max-width: 34rem)");

/** The size of a drawing here: as a phone has room for, else whole. */
export const drawnSize = () => (NARROW.matches ? "small" : "full");

/** A picture with its title and its figures folded below it. */
export function chart(title, drawings, numbers, word) {
  return figureOf(title, drawings, numbers, word("debrief.tables_below"));
}

/** Something with a title that is its own table. */
export function block(title, ...content) {
  return html("section", "chart-figure", html("h2", "chart-title", title), ...content);
}

/** A remark for games that are too short for a pattern, as a list of no or one paragraph. */
export function tryOut(story, word) {
  return isTryOut(story) ? [html("p", "notice", word("debrief.more_play"))] : [];
}

/** Whether so few rounds were played that they show no pattern. */
export const isTryOut = ({ rounds }) => rounds.length > 0 && rounds.length < structure.full_rounds;

/** Whose thoughts these are. */
export function source(word) {
  return html("p", "source small", word("debrief.source"));
}

/** A line chart; on a phone the names would take more room than the lines, so a key above the picture has them. */
export function lined(options) {
  return NARROW.matches
    ? [lineKey(options), lineChart({ ...options, size: "small" })]
    : [...thinKey(options), lineChart(options)];
}

/** The same for shares that add up to a whole. */
export function shared(options) {
  return NARROW.matches ? [shareKey(options), shareBars({ ...options, size: "small" })] : [shareBars(options)];
}

/** The figures of measures of a story as a table: a row per round. */
export function figures(story, measures, word, withStart = false) {
  const written = (name, value) => (COUNTED.includes(name) ? figure(value) : hundred(value));
  const shown = (name, value) => (value === null ? "–" : written(name, value));
  const rows = story.rounds.map((round) => [round.round, ...measures.map((name) => shown(name, round[name]))]);
  if (withStart) rows.unshift([word("debrief.start"), ...measures.map((name) => shown(name, story.start[name]))]);
  return table(
    word("debrief.tables_below"),
    [word("debrief.round"), ...measures.map((name) => word(`debrief.value.${name}`))],
    rows,
  );
}

/** The figures of a line chart as a table: a row per round, a column per line. */
export function lineFigures({ rounds, series, axis, value = axis }, word) {
  const shown = (line, index) => {
    const number = line.values[index];
    return number === null || number === undefined ? "–" : (line.write ?? value)(number);
  };
  const rows = rounds.map((round, index) => [round, ...series.map((line) => shown(line, index))]);
  return table(word("debrief.tables_below"), [word("debrief.round"), ...series.map((line) => line.name)], rows);
}

/** The tasks of a story by name, and the numbers of its rounds: the heads of a grid. */
export function headsOf(story, word) {
  return {
    corner: word("debrief.round"),
    tasks: story.tasks.map((task) => word(`task.${task}.name`)),
    rounds: story.rounds.map((round) => round.round),
  };
}
