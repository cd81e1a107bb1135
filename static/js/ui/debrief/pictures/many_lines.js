/* The lines of more tables than can have their turn: one small drawing per table by its number, so that everybody finds
 * their own and the room sees at how many it went the same way. */
import { changeOf } from "../../../state/changes.js";
import { sideOf } from "../../../state/crossing.js";
import { lastOf } from "../../../state/lists.js";
import { hundred } from "../../../state/series.js";
import { html, svg, through } from "../../shared/svg.js";
import { columnsOf } from "./last_ones.js";

const [WIDE, HIGH, EDGE] = [100, 44, 3];
const PAIR = "ownership expectation";

/** The lines of `seriesOf(board)` ([{kind, name, values}], values 0–1) at every board, and one sentence. */
export function manyLines(boards, seriesOf, word) {
  const all = boards.map((board) => ({ board, series: seriesOf(board) }));
  const list = html("ol", "film-last lines-last", ...all.map(({ board, series }) => tile(board, series, word)));
  list.dataset.cols = columnsOf(boards.length);
  return [list, html("p", "film-line", told(boards, all[0].series, word))];
}

function told(boards, series, word) {
  if (series.map(({ kind }) => kind).join(" ") !== PAIR)
    return word(`debrief.lines.${series.length > 1 ? "find" : "since"}`);
  const count = boards.filter(({ story }) => sideOf(story) === "expectation").length;
  return word("debrief.lines.expected", { count, of: boards.length });
}

function tile({ table }, series, word) {
  const name = html("span", "visually-hidden", word("debrief.table", { table }));
  const number = html("b", "", String(table));
  number.setAttribute("aria-hidden", "true");
  const ends = series.map((line) => html("span", series.length > 1 ? "visually-hidden" : "", endsOf(line, series)));
  return html("li", "", html("p", "", name, number, ...ends), drawn(series));
}

/* Of one line how it changed; of several, each by its name, from where to where. */
function endsOf({ name, values }, series) {
  const [from, to] = [values[0], lastOf(values)];
  if (series.length > 1) return `${name}: ${hundred(from)} → ${hundred(to)}`;
  const by = changeOf(to, from);
  return by > 0 ? `▲ ${by}` : by < 0 ? `▼ ${-by}` : "= 0";
}

function drawn(series) {
  const y = (value) => EDGE + (HIGH - 2 * EDGE) * (1 - value);
  const lines = series.map(({ kind, values }) => {
    const points = values.map((value, index) => [(WIDE * index) / Math.max(1, values.length - 1), y(value)]);
    return svg("polyline", { class: `line ${kind}`, points: through(points) });
  });
  const frame = { class: "chart", viewBox: `0 0 ${WIDE} ${HIGH}`, preserveAspectRatio: "none", "aria-hidden": "true" };
  return svg("svg", frame, svg("line", { class: "axis", x1: 0, x2: WIDE, y1: y(0.5), y2: y(0.5) }), ...lines);
}
