/* A round of several tables on the projector: each its street, with what there is room to say of it. */
import { BEATS, WHOLE } from "../../state/beats.js";
import { at, copy, fillList, say, write } from "../shared/dom.js";
import { atBeat } from "../street/beat.js";
import { changeOf } from "../street/bands.js";
import { streetOf } from "../street/data.js";
import { SIZES } from "../street/sizes.js";
import { createStreet, signOf } from "../street/street.js";
import { inTurns } from "../street/turns.js";
import { describe, lookWord } from "../street/words.js";
import { messageOf } from "./message.js";
import { spent } from "./street.js";
import { euros, figure, sentence, setbackLine, word } from "../../state/words.js";

const WORDED_TABLES = 12;
const LINE = 0.0375; // of the window's height, at least, for a line of words
const SIDE_FROM = 17; // lines high, for the width of a picture with words beside it
const DRAWN_WHOLE = 4; // at most so many tables have a picture with signs in its lamps
const NARROW = 1.5;
const MOST_HAPPENED = 2; // lines about what happened to all streets
const pictures = new WeakMap();
const kindOf = (tables) => (tables <= DRAWN_WHOLE ? "strip" : "film");

/** Draw every table in `world`; `beat` is where the reveal of an outcome is. */
export function drawTables(world, boards, room, beat) {
  const grid = at("grid");
  at("grid-key").hidden = room.phase === "agree" || room.round > 1; // said when the lamps first hang
  say(at("grid-lamp"), word("street.lamp_line"));
  drawHappened(room.phase === "outcome" ? boards[0] : null);
  say(at("message"), messageOf(room.message));
  const isSide = arrange(grid, boards, room.phase !== "agree");
  const runs = [];
  fillList(
    grid,
    boards,
    () => copy("cell"),
    ({ node, parts }, board) => {
      drawName(parts.name, board.table, boards.length);
      node.classList.toggle("done", room.phase !== "outcome" && isReady(board));
      drawFact(parts, board, room, beat, boards.length);
      drawLines(world, parts, board, room, beat, isSide);
      runs.push(() => drawPicture(world, parts.picture, kindOf(boards.length), board, room, beat));
    },
  );
  inTurns(runs);
}

/* What happened to all streets alike. */
function drawHappened(board) {
  const codes = board?.tasks.map(({ code }) => code);
  at("happened").hidden = !board?.setbacks.length;
  const line = () => ({ node: document.createElement("li") });
  fillList(at("happened"), (board?.setbacks ?? []).slice(0, MOST_HAPPENED), line, ({ node }, setback) =>
    say(node, setbackLine(setback, codes)),
  );
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

function drawPicture(world, host, kind, board, room, beat) {
  if (pictures.get(host)?.kind !== kind) {
    host.replaceChildren();
    pictures.set(host, { kind, street: createStreet(host, world, kind) });
  }
  const data = streetOf(board.tasks, board.street, board.own, room.round);
  const shown = room.phase === "outcome" ? { ...atBeat(data, board.tasks, beat), focus: undefined } : data;
  pictures.get(host).street.show({ ...shown, label: describe(shown, word) });
}

/* With many tables there is room for the number only; that it is a table's is said to who cannot see the chip. */
function drawName(heading, table, tables) {
  const full = word("ui.table", { table });
  heading.classList.toggle("chip", tables > WORDED_TABLES);
  if (tables <= WORDED_TABLES) {
    heading.removeAttribute("aria-label");
    return say(heading, full);
  }
  say(heading, String(table));
  heading.setAttribute("aria-label", full);
}

/* Who is ready while a table chooses; how it looks in all once the outcome is there, its cost at the purse's beat. */
function drawFact(parts, board, room, beat, tables) {
  const isOutcome = room.phase === "outcome";
  const [ready, here] = counts(board);
  const points = figure(board.quality * 100, 0);
  const waits = here ? (ready === here ? "✓" : `${ready}/${here}`) : room.people ? "–" : word("ui.projector.bots_play");
  parts.fact.className = `cell-fact${isOutcome ? " reveal quality" : ""}`;
  const cost = tables > WORDED_TABLES ? word("ui.projector.spent_figure", { cost: euros(board.cost) }) : "";
  const outcome = beat === BEATS ? cost || spent(board, "cell") : points;
  write(parts.figure, isOutcome ? outcome : waits);
  const told = here ? word("ui.ready", { ready, here }) : word(room.people ? "ui.nobody_here" : "ui.only_bots");
  write(parts.told, isOutcome ? `${word("ui.tile_quality", { quality: points })}; ${spent(board, "cell")}` : told);
}

/* Beside the picture a line for each task: who carries it, also at the first beat of an outcome, then how it looks and
 * what went wrong there. */
function drawLines(world, parts, board, room, beat, isSide) {
  parts.lines.hidden = !isSide;
  if (parts.lines.hidden) return;
  fillList(
    parts.lines,
    board.tasks,
    () => copy("cell-line"),
    ({ parts: line }, task, k) => {
      if (!line.sign.firstChild) line.sign.append(signOf(world, task.code, k, false));
      write(line.name, `${word(`task.${task.code}.name`)}: `);
      const isOutcome = room.phase === "outcome" && beat !== 1;
      const change = task.before === null ? 0 : changeOf(task.quality, task.before);
      write(line.said, isOutcome ? lookWord(task, word) : word(`holder.${task.deal.holder}`));
      write(line.arrow, !isOutcome || !change ? "" : change > 0 ? "▲" : "▼");
      line.arrow.className = `arrow ${change > 0 ? "up" : "down"}`;
      say(
        line.trouble,
        isOutcome && (beat === WHOLE || beat > 2) && task.trouble
          ? sentence(task.sentence) || word("ui.tag.complaints")
          : "",
      );
    },
  );
}

function counts(board) {
  return ["ready", "seats"].map((part) => board.ready.reduce((sum, role) => sum + role[part], 0));
}

function isReady(board) {
  const [ready, here] = counts(board);
  return here > 0 && ready === here;
}

/* As many columns as make the pictures largest; words beside them where they fit there. Answers whether they do. */
function arrange(grid, boards, hasWords) {
  const gap = parseFloat(getComputedStyle(grid).rowGap) || 0;
  const line = LINE * innerHeight;
  const { width, height } = SIZES[kindOf(boards.length)];
  const ratio = width / height;
  const rowOf = (cols) => {
    const rows = Math.ceil(boards.length / cols);
    return Math.floor((grid.clientHeight - gap * (rows - 1)) / rows);
  };
  const beside = boards.length === 2 ? 1 : 2;
  const lines = Math.max(...boards.map((board) => board.tasks.length)) + 1;
  const isSide = hasWords && rowOf(beside) >= lines * line && grid.clientWidth / beside >= SIDE_FROM * line;
  const widthOf = (cols) => Math.min(grid.clientWidth / cols, (rowOf(cols) - line) * ratio);
  const best = boards
    .map((_, index) => index + 1)
    .reduce((one, other) => (widthOf(other) > widthOf(one) ? other : one), 1);
  const cols = isSide ? beside : best;
  grid.dataset.layout = isSide ? (beside === 1 ? "wide" : "side") : "under";
  grid.style.setProperty("--ratio", ratio);
  grid.style.setProperty("--cols", cols);
  grid.style.setProperty("--row", `${rowOf(cols)}px`);
  return isSide;
}
