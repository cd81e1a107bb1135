/* The words of a beat while an outcome is uncovered: what it is about in the heading, and the line that goes with it,
 * large, under the one street. */
import { BEATS, WHOLE } from "../../state/beats.js";
import { at, fillList, say } from "../shared/dom.js";
import { changeOf } from "../../state/changes.js";
import { sentence, word } from "../../state/words.js";

/** With more tables there is room for a number and a figure only. */
export const WORDED_TABLES = 12;
const MOST = 3; // lines at once; the phones have all of them
const SIZES = 4; // of letters, from large to the least that can be read

/** The heading of a phase, of a beat while an outcome is uncovered. */
export function headingOf(boards, room, beat) {
  if (room.phase !== "outcome" || beat === WHOLE) return word(`ui.asks.${room.phase}`);
  if (beat !== 3) return word(`ui.projector.beat.${beat}`);
  const isTrouble = boards.some((board) => board.tasks.some((task) => task.trouble));
  return word(isTrouble ? "ui.projector.beat.3" : "ui.projector.beat.calm");
}

/** Draw the lines of a beat for one table; `spent` is what is said of its purse, `came` what of all its
 * tasks alike, `expected` what observers expected. */
export function drawBeatLines(board, beat, { spent, came, expected }) {
  const lines =
    { 1: [came, expected], 2: [changesOf(board.tasks)], 3: troublesOf(board.tasks), [BEATS]: [spent] }[beat] ?? [];
  const said = lines.filter(Boolean).slice(0, MOST);
  fillList(
    at("beat-lines"),
    said,
    () => ({ node: document.createElement("li") }),
    ({ node }, line) => say(node, line),
  );
  fit(at("beat-lines"));
}

/* As large as there is room for; then the last line goes. */
function fit(list) {
  const isFull = () => list.scrollHeight > list.clientHeight + 1;
  for (let size = 0; size < SIZES; size += 1) {
    list.dataset.fit = size;
    if (!isFull()) return;
  }
  for (const line of [...list.children].slice(1).reverse()) {
    line.hidden = true;
    if (!isFull()) return;
  }
}

/** What kind of trouble a task is in. */
export const kindOf = ({ setback, incident }) => (setback ? "setback" : incident ? "incident" : "complaints");

/** What is said of a task in trouble: its story, or what kind it is. */
export const troubleOf = (task) => sentence(task.sentence) || word(`ui.tag.${kindOf(task)}`);

/** The mark that the picture has of it, "" of complaints. */
export const markOf = ({ setback, incident }) => (setback ? "↯" : incident ? "!" : "");

function troublesOf(tasks) {
  const worst = tasks.filter((task) => task.trouble).sort((one, other) => other.incident - one.incident);
  return worst.map((task) => `${word(`task.${task.code}.name`)}: ${troubleOf(task)}`);
}

/** In how many of these tasks, each with its `quality` and the one `before`, it went which way, as a line; "" in a
 * first round. */
export function changesOf(tasks) {
  if (tasks.every(({ before }) => before === null)) return "";
  const changes = tasks.map((task) => (task.before === null ? 0 : changeOf(task.quality, task.before)));
  const [up, down] = [changes.filter((by) => by > 0).length, changes.filter((by) => by < 0).length];
  const told = [
    up ? `▲ ${word("ui.projector.beat.up", { count: up })}` : "",
    down ? `▼ ${word(`ui.projector.beat.${up ? "down" : "tasks_down"}`, { count: down })}` : "",
  ].filter(Boolean);
  return told.join(" · ") || word("ui.projector.beat.same");
}
