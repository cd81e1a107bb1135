/* A round of several tables on the projector: each its street, with what there is room to say of it. */
import { WHOLE } from "../../state/beats.js";
import { at, copy, fillList, say } from "../shared/dom.js";
import { streetOf } from "../street/data.js";
import { createPictureOf } from "../street/painted.js";
import { inTurns } from "../street/turns.js";
import { describe } from "../street/words.js";
import { drawPlaces } from "./asked.js";
import { WORDED_TABLES } from "./beat.js";
import { drawFact, drawLines, drawName, isReady, needsSigns } from "./cells.js";
import { arrange, measure, measureCell } from "./grid.js";
import { messageOf } from "../../state/message.js";
import { isMany, isWorded, kindOf } from "./places.js";
import { roomLine } from "./room_line.js";
import { withSignKey } from "./sign_key.js";
import { drawStory, TOLD_TABLES } from "./stories.js";
import { atBeat } from "../street/beat.js";
import { signOf } from "../street/street.js";
import { setbackLine, word } from "../../state/words.js";

const MOST_HAPPENED = 2; // lines about what happened to all streets
const SHORT = 44; // letters, that fit a line when large
const NARROW = 1.5;
const UNFILLED = "unfilled";
const pictures = new WeakMap();

/** Draw `these` of all tables in `world`; `beat` is where the reveal of an outcome is. */
export function drawTables(world, boards, room, beat, these) {
  const grid = at("grid");
  at("key-trouble").hidden = !boards.some(({ tasks }) => tasks.some(({ trouble }) => trouble));
  drawKey(boards.length, room);
  drawHappened(room.phase === "outcome" ? boards[0] : null);
  drawSaid(boards, room, beat);
  const codes = boards[0].tasks.map(({ code }) => code);
  const found = withSignKey(() => arrange(grid, these, room), world, codes, needsSigns(boards, room));
  const tables = these.length;
  const layout = JSON.stringify(found);
  const how = [room.phase, room.round, beat, room.people > 0, tables, layout].join(" ");
  const [says, paints] = [[], []]; // a frame that has only pictures anew lays nothing out
  fillList(grid, these, makeCell, (cell, board) => {
    const { node, parts } = cell;
    if (cell.board === board && cell.how === how) return;
    cell.how = null; // until it is all drawn
    measureCell(cell, found);
    const isLaidAnew = !isUnfilled(node) && cell.layout !== layout;
    cell.layout = layout;
    const drawWords = () => {
      node.classList.remove(UNFILLED);
      measure(cell, found);
      drawName(parts.name, board.table, tables);
      node.classList.toggle("done", room.phase !== "outcome" && isReady(board));
      drawFact(parts, board, room, beat, { ...found, tables });
      drawLines(world, parts, board, room, beat, { ...found, isWorded: isWorded(found) });
      const isTold = room.phase === "outcome" && beat === 3 && tables <= TOLD_TABLES;
      const sign = ({ code }) => signOf(world, code, codes.indexOf(code), false);
      drawStory(cell, board, { isTold, tables, hasKey: !at("sign-key").hidden, signOf: sign });
    };
    if (isLaidAnew)
      drawWords(); // in a cell of another size its old words may be cut off
    else says.push(drawWords);
    paints.push(() => {
      drawPicture(world, parts.picture, isMany(tables) ? "painted" : kindOf(tables), board, room, beat);
      Object.assign(cell, { board, how });
    });
  });
  inTurns([...says, ...paints]);
}

/** Make the places that `these` tables do not have yet, with nothing in them. */
export function makePlaces(these) {
  if (isAnyWithout(these)) fillList(at("grid"), these, makeCell, () => {});
}

/** Whether any of `these` tables has no place yet. */
export const isAnyWithout = (these) => at("grid").childElementCount < these.length;

/* A place for a street, with nothing in it that has a style or a size before its turn: what stands in forty takes the
 * browser longer than a frame. */
function makeCell() {
  const cell = copy("cell");
  cell.node.classList.add(UNFILLED);
  return cell;
}

const isUnfilled = (node) => node.classList.contains(UNFILLED);

/* What the signs mean: the places where they are asked for, and the lamps when they first hang. */
function drawKey(tables, { phase, round }) {
  const isAgree = phase === "agree";
  at("grid-key").hidden = isAgree ? tables > WORDED_TABLES : round > 1;
  at("key-lamp").hidden = isAgree;
  at("key-asked").hidden = !isAgree;
  say(at("key-word"), isAgree ? word("ui.projector.asked_by") : "");
  say(at("grid-lamp"), word("street.lamp_line"));
  if (isAgree && !at("grid-key").hidden) drawPlaces(at("key-asked"));
}

/** Let go of every table. */
export function clearTables() {
  fillList(at("grid"), []);
}

/* Under the streets: while an outcome is uncovered what a beat says of all of them, then what one of them has to tell.
 * Both have their place from the beginning, so that no picture moves. */
function drawSaid(boards, room, beat) {
  const message = messageOf(room.message);
  const isOutcome = room.phase === "outcome";
  say(at("message"), message);
  const choose = room.phase === "act" && !message ? word("ui.projector.choose") : "";
  const line = isOutcome ? roomLine(boards, beat === WHOLE ? 2 : beat) : choose;
  say(at("room-line"), line);
  at("room-line").classList.toggle("is-short", line.length <= SHORT);
  at("message").classList.toggle("waits", isOutcome && beat !== WHOLE);
  at("room-line").classList.toggle("waits", beat === WHOLE && message !== "");
}

/* What happened to all streets alike. */
function drawHappened(board) {
  const codes = board?.tasks.map(({ code }) => code);
  at("happened").hidden = !board?.setbacks.length;
  const line = () => ({ node: document.createElement("li") });
  fillList(at("happened"), (board?.setbacks ?? []).slice(0, MOST_HAPPENED), line, ({ node }, setback) =>
    say(node, word("ui.projector.happened", { said: setbackLine(setback, codes) })),
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
    pictures.set(host, { kind, street: createPictureOf(host, world, kind) });
  }
  const picture = pictures.get(host);
  const from = [board, room.phase, room.round, beat];
  if (picture.from?.every((one, index) => one === from[index])) return;
  picture.from = from;
  const data = streetOf(board.tasks, board.street, board.own, room.round);
  const shown = room.phase === "outcome" ? { ...atBeat(data, board.tasks, beat), focus: undefined } : data;
  picture.street.show({ ...shown, label: describe(shown, word) });
}
