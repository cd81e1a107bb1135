/* What turned at several tables, on a wall: a row each, or where there are many a row for all with the same. */
import { frameOf } from "../../../state/film.js";
import { measuresOf } from "../../../state/series.js";
import { biggest, nameOf, sentenceOf } from "../../../state/turns.js";
import { html } from "../../shared/svg.js";
import { lineKey } from "../charts/keys.js";
import { lineChart } from "../charts/line.js";
import { plotOf, stillOf } from "../stills.js";
import { manyLines } from "./many_lines.js";

const MOST_BESIDE = 2; // more tables have a row each
const LINES = ["quality", "ownership"]; // what turns are about

/** The sides of several tables: their lines to point at, then what was the largest at each. `streets(turn, scene)` and
 * `what(turn, word)` draw one. */
export function turnSides(boards, { view, word, size, each, beside }, { streets, what }) {
  const isFilmed = boards.every(({ film }) => film.length);
  if (!view.beat) {
    const [first] = boards;
    const options = (board, beneath = {}) => measuresOf(board.story, view, LINES, word, beneath);
    const drawn = isFilmed
      ? each((_, board) => lowChart({ ...options(board, beside(board)), size }))
      : manyLines(boards, (board) => options(board).series, word);
    const key = isFilmed ? options(first, beside(first)) : { ...options(first), talkFrom: null };
    return [word("debrief.turning.ask"), [lineKey(key)], drawn];
  }
  if (!isFilmed) return [word("debrief.turning.biggest"), [], [turnNames(boards, word)]];
  if (boards.length > MOST_BESIDE) return [word("debrief.turning.biggest"), [], [turnRows(boards, word)]];
  const draw = (story, { film, findings }) => {
    const turn = biggest(findings.turns);
    const name = html("p", "film-line", html("b", "", nameOf(turn, story.rounds.length, word)));
    return html("div", "turn-side", streets(turn, { story, film, word, isTold: true }), name, what(turn, word));
  };
  return ["", [], each(draw)];
}

/* A question and a key stand above them, so that they are low. */
function lowChart(options) {
  const drawn = lineChart(options);
  drawn.classList.add("is-low");
  return drawn;
}

/* Some tables: a row each, with where it happened as it came to be, and the table's own sentence. */
function turnRows(boards, word) {
  const made = boards.map(({ table, story, film, findings }) => {
    const turn = biggest(findings.turns);
    const k = story.tasks.indexOf(turn.task);
    const frame = frameOf(story, film, turn.until - 1);
    const street = k < 0 ? stillOf(frame, "film", word) : plotOf(frame, k, word);
    const name = html("b", "", `${word("debrief.table", { table })}: ${nameOf(turn, story.rounds.length, word)}. `);
    return html("li", "", html("div", k < 0 ? "" : "of-task", street), html("p", "", name, sentenceOf(turn, word)));
  });
  return html("ol", "turn-rows", ...made);
}

/* Many tables: what happened, with the numbers of the tables where that was the largest. */
function turnNames(boards, word) {
  const found = new Map();
  for (const { table, story, findings } of boards) {
    const name = nameOf(biggest(findings.turns), story.rounds.length, word);
    found.set(name, [...(found.get(name) ?? []), table]);
  }
  const rows = [...found].map(([name, tables]) => {
    const count = html("span", "", word("debrief.what_happened.at_tables", { count: tables.length }));
    const numbers = html("p", "turn-tables", ...tables.map((table) => html("span", "", String(table))));
    return html("li", "", html("b", "", name), count, numbers);
  });
  return html("ul", "turn-names", ...rows);
}
