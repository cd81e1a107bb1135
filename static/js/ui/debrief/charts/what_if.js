/* What if: the lines of a game as it went and with a change, in one picture, and what they differ by at the end.
 * The model's answer. */
import { lastOf } from "../../../state/lists.js";
import { hundred } from "../../../state/series.js";
import { answersOptions, isCrowded } from "../../../state/what_if.js";
import { figure, signed } from "../../../state/words.js";
import { NARROW } from "./blocks.js";
import { lineChart } from "./line.js";
import { html, svg } from "../../shared/svg.js";

const MEASURES = ["quality", "ownership", "cost"];
const DRAWN = ["quality", "ownership"]; // on a crowded wall the lines need the room that the cost would take
const LEAST = { quality: 0.005, ownership: 0.005, cost: 0.05 };

/** Quality and ownership beside each other, or on a `wall` in one picture, ownership thin. */
export function answersCharts(story, answers, word, wall) {
  if (wall) {
    const [quality, owned] = DRAWN.map((measure) => answersOptions(story, answers, word, measure));
    const thin = owned.series.map((line) => ({ ...line, isThin: true }));
    const title = html("p", "what-if-drawn", word("debrief.what_if.drawn"));
    return [title, lineChart({ ...quality, series: [...thin, ...quality.series], size: "flat" })];
  }
  return DRAWN.flatMap((measure) => [
    html("p", "side-title", word(`debrief.value.${measure}`)),
    lineChart({ ...answersOptions(story, answers, word, measure), size: NARROW.matches ? "small" : "flat" }),
  ]);
}

/** The key of the lines, and what each answer ends with: quality, ownership and cost in the last round, and how they
 * differ; on a crowded `wall` without the cost. */
export function answersTable(story, answers, word, wall = false) {
  const measures = wall && isCrowded(answers) ? DRAWN : MEASURES;
  const last = lastOf(story.rounds);
  const heads = [word("debrief.what_if.at_the_end"), ...measures.map((name) => word(`debrief.value.${name}`))].map(
    (text) => {
      const cell = html("th", "", text);
      cell.scope = "col";
      return cell;
    },
  );
  const was = row(
    "",
    "quality",
    word("debrief.what_if.as_it_went"),
    measures.map((name) => html("td", "", html("span", "end-figure", shown(name, last[name])))),
  );
  const rows = answers.map(({ letter, kind, name, lines }) =>
    row(
      letter,
      kind,
      name,
      lines.is_same
        ? same(measures.length, word)
        : measures.map((one) => difference(one, lastOf(lines[one]), last[one], word)),
    ),
  );
  const caption = html("caption", "visually-hidden", word("debrief.what_if.lines"));
  return html(
    "table",
    answers.length > 1 ? "answers several" : "answers",
    caption,
    html("thead", "", html("tr", "", ...heads)),
    html("tbody", "", was, ...rows),
  );
}

function row(letter, kind, name, cells) {
  const line = svg("line", { class: `line ${kind}`, x1: 2, x2: 46, y1: 5, y2: 5 });
  const sample = svg("svg", { class: "chart-sample chart", viewBox: "0 0 48 10", "aria-hidden": "true" }, line);
  const called = letter && letter.length <= 2 ? [html("strong", "answer-letter", letter)] : [];
  const head = html("th", "", html("span", "answer-name", sample, ...called, html("span", "", name)));
  head.scope = "row";
  return html("tr", "", head, ...cells);
}

function same(columns, word) {
  const cell = html("td", "answer-same", word("debrief.what_if.same"));
  cell.colSpan = columns;
  return [cell];
}

function difference(name, value, was, word) {
  const by = value - was;
  const way = Math.abs(by) < LEAST[name] ? "equal" : by > 0 ? "better" : "worse";
  const arrow = { better: "▲", worse: "▼", equal: "=" }[way];
  const sign = html("span", "end-arrow", arrow);
  sign.setAttribute("aria-hidden", "true");
  const change = way === "equal" ? [] : [` ${name === "cost" ? signed(by) : signed(by * 100, 0)}`];
  const told = html(
    "span",
    "end-change",
    sign,
    ...change,
    " ",
    html("span", "end-word", word(`debrief.what_if.${way}`)),
  );
  return html("td", "", html("span", "end-figure", shown(name, value)), " ", told);
}

function shown(name, value) {
  return name === "cost" ? figure(value) : hundred(value);
}
