/* Asked, decided and done of several tables: a row each, in order of number, with what it decided together or most,
 * and how much of that was done so; in its own words while a row has room for a sentence. */
import { decidedOf } from "../../../state/decided.js";
import { MIXED } from "../../../state/holders.js";
import { anyPromised, promisesCounted } from "../../../state/promises.js";
import { holderMark } from "../../shared/marks.js";
import { html, svg } from "../../shared/svg.js";
import { holderKey } from "../charts/keys.js";
import { columnsOf } from "./row_columns.js";

const [WIDE, HIGH] = [100, 20];

/** The sides of several tables: what was decided, and a press later how much of it was done. */
export function gapSides(boards, { view, word }) {
  const line = (told) => html("p", "film-line", told);
  const which = view.beat ? "" : "ask_";
  const rows = gapRows(boards, view.beat > 0, word, (board) => line(countedOf([board], which, word)));
  const inAll = isInWords(boards) ? [] : [countedOf(boards, which, word)];
  const told = [...inAll, ...(view.beat ? promisesTold(boards, word) : [])];
  return ["", [rowsKey(word)], [rows, ...(told.length ? [line(told.join(" "))] : [])]];
}

/* Whether so few tables have a sentence each. */
const isInWords = (boards) => columnsOf(boards.length) === 1;

/* A row for each of the boards; what was done only where `isDone`. `sentence(board)` is a table's own. */
function gapRows(boards, isDone, word, sentence) {
  const told = isInWords(boards) ? sentence : (board) => figures(board, isDone);
  const rows = boards.map((board) => rowOf(board, isDone, word, told(board)));
  const list = html("ol", "two-rows gap-tables", ...rows);
  list.dataset.cols = columnsOf(boards.length);
  return list;
}

/* What the marks and the parts of a bar are. */
function rowsKey(word) {
  const key = holderKey(word);
  const sample = svg(
    "svg",
    { class: "gap-bar", viewBox: `0 0 ${WIDE} ${HIGH}`, "aria-hidden": "true" },
    ...bar(1, 0.5),
  );
  key.append(html("li", "", sample, word("debrief.gap.key")));
  return key;
}

function figures({ story }, isDone) {
  const { decided, done } = decidedOf([story]);
  return html("b", "", isDone ? `${decided} → ${done}` : String(decided));
}

function rowOf({ table, story }, isDone, word, told) {
  const { holder, decided, done } = decidedOf([story]);
  const of = story.rounds.length * story.tasks.length;
  const frame = {
    class: "gap-bar",
    viewBox: `0 0 ${WIDE} ${HIGH}`,
    preserveAspectRatio: "none",
    "aria-hidden": "true",
  };
  const name = html("span", "two-table", hidden(`${word("debrief.side_table")} `), String(table));
  const mark = html("span", "", holderMark(holder), hidden(`${word(`holder.${holder}`)}: `));
  return html("li", "", name, mark, svg("svg", frame, ...bar(decided / of, isDone ? done / of : 0)), told);
}

/* Of all times the outline is how often it was decided, the filled part how often that was done. */
function bar(decided, done) {
  const part = (kind, share, y, height) => svg("rect", { class: kind, x: 1, y, width: (WIDE - 2) * share, height });
  return [
    part("gap-whole", 1, 1, HIGH - 2),
    part("gap-done", done, 1, HIGH - 2),
    part("gap-decided", decided, 1, HIGH - 2),
  ];
}

const hidden = (text) => html("span", "visually-hidden", text);

/* Of `boards` together, what was decided and how much of it was done, or with `ask_` before the room sees that. */
function countedOf(boards, which, word) {
  const { holder, ...counts } = decidedOf(boards.map(({ story }) => story));
  const told = { holder: word(`holder.${holder}`), ...counts };
  return word(`debrief.gap.${which}${holder === MIXED ? "counted" : "others"}`, told);
}

/* What came of what was promised, in a list of no or one sentence. */
function promisesTold(boards, word) {
  const stories = boards.map(({ story }) => story);
  if (!stories.some(anyPromised)) return [];
  const kept = promisesCounted(stories);
  return [word(`debrief.gap.${kept.promised ? "kept" : "unkept"}`, kept)];
}
