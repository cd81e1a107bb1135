/* What stands at each of several streets: its name, a fact beside it, and a line for each task. */
import { BEATS, WHOLE } from "../../state/beats.js";
import { structure } from "../../state/structure.js";
import { copy, fillList, put, say, write } from "../shared/dom.js";
import { changeOf } from "../../state/changes.js";
import { signOf } from "../street/street.js";
import { lookWord } from "../street/words.js";
import { askedMarks } from "./asked.js";
import { markOf, troubleOf, WORDED_TABLES } from "./beat.js";
import { countOf } from "./stories.js";
import { spent } from "./street.js";
import { euros, figure, word } from "../../state/words.js";

const TROUBLE = 3; // the beat of what went wrong

/** A table's name; of many just the number, and that it is a table's is said to who cannot see the chip. */
export function drawName(heading, table, tables) {
  const full = word("ui.table", { table });
  heading.classList.toggle("chip", tables > WORDED_TABLES);
  if (tables <= WORDED_TABLES) {
    heading.removeAttribute("aria-label");
    return say(heading, full);
  }
  say(heading, String(table));
  heading.setAttribute("aria-label", full);
}

/** What stands at a table's name, in `form` ("long" or "brief"), and what it says. */
export function drawFact(parts, board, room, beat, { form, tables }) {
  const isOutcome = room.phase === "outcome";
  put(parts.fact, "className", `cell-fact${isOutcome ? " reveal quality" : ""}`);
  write(parts.figure, factOf(board, room, beat, tables)[form]);
  write(parts.told, toldOf(board, room));
}

/** What there is to say beside a name, long and brief: who made a proposal, then who is ready; how it looks in all once
 * the outcome is there, at how many tasks something went wrong and what it cost at those beats. Of many `tables` that
 * is in thousands, as the line for the room says (room_line.js). */
export function factOf(board, room, beat, tables) {
  if (room.phase === "outcome") {
    const points = figure(board.quality * 100, 0);
    const told = tables > WORDED_TABLES ? points : `${points}/100`; // many have room for the bare number
    if (beat === TROUBLE) return alike(tables > WORDED_TABLES ? marksOf(board) : countOf(board.tasks));
    const cost = word("ui.projector.spent_figure", { cost: euros(board.cost) });
    if (tables > WORDED_TABLES) {
      return alike(beat === BEATS ? figure(board.cost, 1) : told);
    }
    if (beat === BEATS) return { long: spent(board, "cell"), brief: cost };
    const named = word("ui.tile_quality", { quality: points });
    return { long: beat === WHOLE ? `${named} · ${cost}` : named, brief: told };
  }
  const [ready, here] = counts(board);
  const { said, of } = board.proposed ?? { said: ready, of: here };
  const nobody = nobodyAt(board, room);
  if (nobody && room.people && tables <= WORDED_TABLES) return emptyOf(board);
  if (nobody) return alike(nobody);
  if (said === of) return alike("✓");
  return {
    brief: `${said}/${of}`,
    // Put in words only for who asks for it: forty streets have no room for them.
    get long() {
      return board.proposed ? word("ui.projector.proposed", board.proposed) : word("ui.ready", { ready, here });
    },
  };
}

/* The marks of the picture, what came to every street first; complaints count as one. */
const marksOf = ({ tasks }) =>
  tasks
    .filter(({ trouble }) => trouble)
    .map((task) => markOf(task) || "!")
    .sort((one, other) => (one < other) - (one > other))
    .join("");

const alike = (told) => ({ long: told, brief: told });

/* A few tables have room to say that nobody is there, or that bots have spoken. */
const emptyOf = ({ tasks }) =>
  alike(word(`ui.projector.${tasks.every(({ asked }) => asked) ? "bots_play" : "nobody"}`));

/** What stands at a table where nobody is, "" where somebody is. */
export function nobodyAt(board, room) {
  if (counts(board)[1]) return "";
  return room.people ? "–" : word("ui.projector.bots_play");
}

function toldOf(board, room) {
  if (room.phase === "outcome")
    return `${word("ui.tile_quality", { quality: figure(board.quality * 100, 0) })}; ${spent(board, "cell")}`;
  const [ready, here] = counts(board);
  if (!here) return word(room.people ? "ui.nobody_here" : "ui.only_bots");
  const proposed = board.proposed ? `${word("ui.projector.proposed", board.proposed)}; ` : "";
  return proposed + word("ui.ready", { ready, here });
}

/** What all tasks of a table are called together. */
export const allWord = () => word("ui.projector.all_tasks");

/** Whether the same carry every task of a table. */
export const isHeldAlike = ({ tasks }) => tasks.every(({ deal }) => deal.holder === tasks[0].deal.holder);

/* Whether as many asked for each place at every task. */
const isAskedAlike = ({ tasks }) =>
  tasks.every(({ asked }) => asked && structure.holders.every((holder) => asked[holder] === tasks[0].asked[holder]));

/** Whether lines have a sign that may be beside no name: while all act, what is the same everywhere is said once. */
export const needsSigns = (boards, { phase }) => !(phase === "act" && boards.every(isHeldAlike));

/* Whether there is something to say in lines: without their names they have nothing until everybody has asked. */
const isSaid = ({ tasks }, { phase }, named) => named || phase !== "agree" || tasks.every(({ asked }) => asked);

/** A line for each task, or one for all where the same carry them, where that `isWorded`: its name, to be seen where it
 * is `named`, and then what is asked, who carries it, also at the first beat of an outcome, then how it looks and what
 * went wrong there. */
export function drawLines(world, parts, board, room, beat, { isWorded, named }) {
  put(parts.lines, "hidden", !isWorded || !isSaid(board, room, named));
  if (parts.lines.hidden) return;
  const isAgree = room.phase === "agree";
  const held = isAgree ? isAskedAlike(board) : (room.phase === "act" || beat === 1) && isHeldAlike(board);
  fillList(
    parts.lines,
    held ? board.tasks.slice(0, 1) : board.tasks,
    () => copy("cell-line"),
    ({ parts: line }, task, k) => {
      if (!line.sign.firstChild) line.sign.append(signOf(world, task.code, k, false));
      line.sign.hidden = held;
      const isOutcome = room.phase === "outcome" && beat !== 1;
      const isAsked = isAgree && task.asked !== null;
      const change = task.before === null ? 0 : changeOf(task.quality, task.before);
      line.name.className = named || held ? "cell-task" : "visually-hidden";
      write(
        line.name,
        room.phase === "agree" && !isAsked ? "" : `${held ? allWord() : word(`task.${task.code}.name`)}: `,
      );
      line.asked.hidden = !isAsked;
      if (isAsked) line.asked.replaceChildren(...askedMarks(task.asked));
      write(line.said, isAsked ? "" : lineOf(task, room, isOutcome));
      write(line.arrow, !isOutcome || !change ? "" : change > 0 ? "▲" : "▼");
      line.arrow.className = `arrow ${change > 0 ? "up" : "down"}`;
      const isTold = isOutcome && (beat === WHOLE || beat > 2) && task.trouble;
      say(line.trouble, isTold ? troubleOf(task) : "");
    },
  );
}

function lineOf(task, room, isOutcome) {
  if (room.phase === "agree") return word(`task.${task.code}.name`);
  return isOutcome ? lookWord(task, word) : word(`holder.${task.deal.holder}`);
}

function counts(board) {
  return ["ready", "seats"].map((part) => board.ready.reduce((sum, role) => sum + role[part], 0));
}

/** Whether everybody at a table is ready. */
export function isReady(board) {
  const [ready, here] = counts(board);
  return here > 0 && ready === here;
}
