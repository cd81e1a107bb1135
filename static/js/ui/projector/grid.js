/* A round of several tables on the projector: a cell for each, made to be compared. */
import { at, copy, fillList, say, setBar, write } from "../shared/dom.js";
import { holderMark } from "../shared/marks.js";
import { euros, figure, word } from "../shared/words.js";
import { clearRows, drawHappened, named } from "./play.js";

const NAMED_TABLES = 6;
const WORDED_TABLES = 12;
const SHORT = 3;
const NARROW = 1.5;

/** The phase for several tables, a cell for each; with few of them a cell also names the tasks. */
export function drawGrid(boards, room) {
  const outcome = room.phase === "outcome";
  const shown = room.phase === "act";
  const roomy = boards.length <= NAMED_TABLES;
  clearRows();
  drawHappened(
    outcome ? boards[0].setbacks : [],
    boards[0].tasks.map(({ code }) => code),
  );
  at("key").hidden = !shown;
  at("outcome-key").hidden = !outcome;
  for (const name of at("key").children) named(name);
  marked(at("outcome-key").querySelector("[data-done]"), roomy);
  at("grid").dataset.cols = columns(boards.length);
  at("grid").dataset.rows = Math.ceil(boards.length / columns(boards.length));
  fillList(
    at("grid"),
    boards,
    () => copy("cell"),
    ({ node, parts }, board) => {
      drawName(parts.name, board.table, boards.length);
      parts.facts.hidden = !outcome;
      drawDeals(parts.deals, shown ? board.tasks : [], roomy);
      node.classList.toggle("done", !outcome && isReady(board));
      if (outcome) drawCell(parts, board, roomy);
      else drawReady(parts, board, room);
    },
  );
}

/* With many tables there is room for the number only; that it is a table's is said to who cannot see the chip. */
function drawName(heading, table, tables) {
  const full = word("ui.table", { table });
  heading.classList.toggle("chip", tables > WORDED_TABLES);
  if (tables <= WORDED_TABLES) return say(heading, full);
  say(heading, String(table));
  heading.setAttribute("aria-label", full);
}

function drawReady(parts, board, room) {
  const [ready, here] = counts(board);
  const text = here ? (ready === here ? "✓" : `${ready}/${here}`) : room.people ? "–" : word("ui.bots_play");
  parts.main.className = here ? "cell-main" : "cell-main bots";
  parts.main.classList.toggle("long", text.length > SHORT);
  write(parts.figure, text);
  write(parts.told, here ? word("ui.ready", { ready, here }) : word(room.people ? "ui.nobody_here" : "ui.only_bots"));
}

function counts(board) {
  return ["ready", "seats"].map((part) => board.ready.reduce((sum, role) => sum + role[part], 0));
}

function isReady(board) {
  const [ready, here] = counts(board);
  return here > 0 && ready === here;
}

/** In how many columns so many cells look best; a narrow screen has fewer than a wide one. */
export function columns(count) {
  const steps = [
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 2],
    [6, 3],
    [8, 4],
    [9, 3],
    [12, 4],
    [20, 5],
    [28, 7],
  ];
  return steps.find(([most]) => count <= most)?.[1] ?? (innerWidth < innerHeight * NARROW ? 7 : 8);
}

function drawCell(parts, board, roomy) {
  const trouble = board.tasks.filter((task) => task.trouble).length;
  const share = figure(
    (board.tasks.reduce((sum, task) => sum + task.professional_share, 0) / board.tasks.length) * 100,
    0,
  );
  parts.main.className = "cell-main reveal quality";
  write(parts.figure, figure(board.quality * 100, 0));
  write(parts.told, word("ui.tile_quality", { quality: figure(board.quality * 100, 0) }));
  setBar(parts.fill, board.quality);
  if (!parts.mark.firstChild) parts.mark.append(holderMark("professionals"));
  parts.mark.parentNode.hidden = !roomy;
  write(parts.share, `${share}%`);
  write(parts["share-told"], word("ui.carried", { share }));
  parts.trouble.parentNode.hidden = !trouble;
  write(parts.troubles, trouble);
  write(parts["trouble-told"], word("ui.trouble", { count: trouble }));
  say(parts.purse, roomy ? spent(board, "cell") : "");
}

/* What the round cost against what came in; how much is in the purse the room does not see, but that it is empty it
 * does. */
function spent({ cost, budget, street }, size) {
  return word(`ui.spent_${size}${street.empty ? "_empty" : ""}`, { cost: euros(cost), budget: euros(budget) });
}

function drawDeals(list, tasks, withNames) {
  list.hidden = !tasks.length;
  list.classList.toggle("named", withNames);
  list.replaceChildren(
    ...tasks.map(({ code, deal }) => {
      const line = document.createElement("li");
      const name = document.createElement("span");
      write(name, word(`task.${code}.name`));
      const told = document.createElement("span");
      told.className = "visually-hidden";
      write(told, `: ${word(`holder.${deal.holder}`)}`);
      name.className = withNames ? "" : "visually-hidden";
      line.append(holderMark(deal.holder), name, told);
      return line;
    }),
  );
}

function marked(element, shown) {
  element.hidden = !shown;
  if (!element.querySelector("svg")) element.prepend(holderMark(element.dataset.done), " ");
}
