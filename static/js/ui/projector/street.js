/* A round of one table on the projector: its street, as large as there is room, and under each front what is said
 * of it. */
import { WHOLE } from "../../state/beats.js";
import { askedMarks, drawAsked } from "./asked.js";
import { drawBeatLines } from "./beat.js";
import { at, copy, fillList, say, write } from "../shared/dom.js";
import { atBeat } from "../street/beat.js";
import { changeOf } from "../../state/changes.js";
import { streetOf } from "../street/data.js";
import { SIZES } from "../street/sizes.js";
import { createStreet, signOf } from "../street/street.js";
import { drawTies } from "./ties.js";
import { drawTroubles, fitTroubles } from "./troubles.js";
import { describe, lookWord, movedOf } from "../street/words.js";
import { euros, sentence, signed, word } from "../../state/words.js";

const EXPECTED = ["better", "same", "worse"];
const RATIO = SIZES.full.width / SIZES.full.height;
const LEAST_HEIGHT = 0.38; // of the window, for the picture; before that, lines make room,
const NEWS_HEIGHT = 0.5; // and news before they make it small
const UNDER = 0.21; // of the window, for what stands under the picture while an outcome is uncovered
const UNDER_MANY = 0.29; // where columns are narrow, and a line becomes two
const MANY = 5; // tasks
let street = null;

/** Draw one table in `world`; `beat` is where the reveal of an outcome is. */
export function drawOneTable(world, board, room, beat) {
  const isOutcome = room.phase === "outcome";
  const data = streetOf(board.tasks, board.street, board.own, room.round);
  const shown = isOutcome ? atBeat(data, board.tasks, beat) : data;
  street ??= createStreet(at("picture"), world, "full");
  drawTasks(world, board, room);
  say(at("lamp-line"), room.round === 1 && room.phase !== "agree" ? word("street.lamp_line") : "");
  drawAsked(board, room);
  drawTroubles(isOutcome ? board.tasks : []);
  const expected = isOutcome ? expectedOf(board.predicted) : "";
  const everywhere = isOutcome ? cameEverywhere(board) : "";
  say(at("predicted"), [everywhere, expected].filter(Boolean).join(" "));
  drawNews(isOutcome ? board.news.filter(({ code }) => board.setbacks.every((one) => one.sentence.code !== code)) : []);
  say(at("purse"), isOutcome ? spent(board, "big") : "");
  const isUncovered = isOutcome && beat !== WHOLE;
  at("after").hidden = !isOutcome || isUncovered;
  fit(isUncovered, board.tasks.length);
  if (isUncovered) drawBeatLines(board, beat, { spent: spent(board, "big"), came: everywhere, expected });
  street.show({ ...shown, label: describe(shown, word) });
}

/** Let go of its picture. */
export function clearOneTable() {
  at("picture").replaceChildren();
  street = null;
}

/** What the round cost against what came in, as `kind` (big, cell) has room for, and whether the purse is empty. */
export function spent(board, kind) {
  const costs = { cost: euros(board.cost), budget: euros(board.budget) };
  return word(`ui.projector.spent_${kind}${board.street.empty ? "_empty" : ""}`, costs);
}

function drawTasks(world, board, room) {
  const isOutcome = room.phase === "outcome";
  at("street-tasks").classList.toggle("is-many", board.tasks.length >= MANY);
  fillList(
    at("street-tasks"),
    board.tasks,
    () => copy("street-task"),
    ({ parts }, task, k) => {
      if (!parts.sign.firstChild) parts.sign.append(signOf(world, task.code, k, false));
      write(parts.name, word(`task.${task.code}.name`));
      parts.asked.hidden = isOutcome || !task.asked;
      if (!parts.asked.hidden) parts.asked.replaceChildren(...askedMarks(task.asked));
      const { holder } = board.street.tasks[k];
      say(parts.holder, room.phase === "agree" || !holder ? "" : word(`holder.${holder}`));
      say(parts.how, HOW[room.phase]?.(board, k) ?? came(board, k));
      parts.quality.hidden = !isOutcome;
      if (isOutcome) drawLook(parts, task);
    },
  );
}

/* What is said of a task in agree and act: what came of last round's trouble there, and what is on paper. */
const HOW = {
  agree: ({ tasks }, k) =>
    answeredOf(tasks, k)
      .map((code) => word(`answered.${code}`))
      .join(", "),
  act: ({ tasks }, k) => (tasks[k].deal.requirements ? word("requirements.yes") : ""), // no paper is what most have
};

/* In narrow columns the first of it. */
const answeredOf = (tasks, k) => tasks[k].answered.slice(0, tasks.length < MANY ? undefined : 1);

function came(board, k) {
  const seen = board.street;
  const { joined } = seen.tasks[k];
  return joined === null || isSameEverywhere(board)
    ? ""
    : word("street.came_of", { count: joined, of: seen.residents });
}

/* Whether as many came to each task. */
const isSameEverywhere = ({ street: { tasks } }) => tasks.every(({ joined }) => joined === tasks[0].joined);

/* What is then said once. */
function cameEverywhere(board) {
  const { tasks, residents } = board.street;
  if (tasks[0].joined === null || !isSameEverywhere(board)) return "";
  return word("ui.projector.came_everywhere", { count: tasks[0].joined, of: residents });
}

function drawLook(parts, task) {
  const { arrow, said } = movedOf(task, word);
  write(parts.look, lookWord(task, word));
  say(parts.arrow, arrow);
  parts.arrow.className = `arrow ${arrow === "▲" ? "up" : "down"}`;
  say(parts.change, arrow ? signed(changeOf(task.quality, task.before), 0) : "");
  say(parts.moved, said);
}

/* News as far as it fits; the phones have all of it. */
function drawNews(news) {
  at("news").hidden = !news.length;
  fillList(
    at("news"),
    news,
    () => ({ node: document.createElement("li") }),
    ({ node }, text) => say(node, sentence(text)),
  );
}

/* What the observers of this table expected, as counts. */
function expectedOf(predicted) {
  const told = EXPECTED.filter((way) => predicted[way]).map(
    (way) => `${predicted[way]} × ${word(`ui.predict.${way}`)}`,
  );
  return told.length ? word("ui.projector.predicted", { told: told.join(", ") }) : "";
}

/* The picture takes what height is left; where that is too little, lines go: news first, then what went wrong after
 * the first. While an outcome is uncovered it has the same height at every beat. */
function fit(isUncovered, tasks) {
  const [frame, picture] = [at("one"), at("picture")];
  const [news, troubles] = ["news", "troubles"].map((name) => [...at(name).children].reverse());
  const under = (tasks < MANY ? UNDER : UNDER_MANY) * innerHeight;
  const leftOf = () => frame.clientHeight - (isUncovered ? under : contentHeight(frame, picture));
  if (!isUncovered) {
    fitTroubles();
    makeRoom(news, () => leftOf() >= NEWS_HEIGHT * innerHeight);
    makeRoom(troubles.slice(0, -1), () => leftOf() >= LEAST_HEIGHT * innerHeight);
  }
  const width = Math.min(frame.clientWidth, Math.max(0, leftOf()) * RATIO);
  picture.style.width = `${width}px`;
  picture.style.height = `${width / RATIO}px`;
  drawTies(width);
}

function makeRoom(lines, isEnough) {
  for (const line of lines) {
    if (isEnough()) return;
    line.hidden = true;
  }
}

/* How much height all but the picture takes. */
function contentHeight(frame, picture) {
  const gap = parseFloat(getComputedStyle(frame).rowGap) || 0;
  const shown = [...frame.children].filter((child) => child !== picture && !child.hidden);
  return shown.reduce((sum, child) => sum + child.offsetHeight + gap, 0);
}
