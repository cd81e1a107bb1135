/* The way through the debrief: which steps and pictures there are, how far the one that is shown is built up, and
 * what comes before and after that. */
import { lastOf } from "./lists.js";
import { structure } from "./structure.js";

const TWO = 2; // tables stand beside each other, and need no turn

/** The steps in order. */
export const ALL_STEPS = Object.keys(structure.steps);

/** The pictures of a step for a game at so many tables. */
export function partsOf(step, tables) {
  return (structure.steps[step] ?? []).filter((part) => tables === 1 || !structure.of_one_table.includes(part));
}

/** The pictures of the step that `view` shows: those that the one button comes by, and those on request. */
export function picturesOf(view, tables, rounds) {
  const all = partsOf(view.step, tables);
  const isOn = (part) => isOnPath(view, { step: view.step, part }, rounds);
  return { coming: all.filter(isOn), asked: all.filter((part) => !isOn(part)) };
}

/* Whether the one button comes by a picture on the path that `view` takes after so many rounds; the others are on
 * request. */
function isOnPath(view, { step, part }, rounds) {
  if (rounds < structure.full_rounds && structure.of_full_game.includes(step)) return false;
  const on = structure.on[`${step}.${part}`];
  return on === "short" || (on === "full" && !view.short);
}

/** The steps that the debrief goes through after so many rounds. */
export function stepsOf(view, rounds) {
  return ALL_STEPS.filter((step) => structure.steps[step].some((part) => isOnPath(view, { step, part }, rounds)));
}

/** Whether each of so many tables that are shown has its turn. */
export const hasTurns = ({ step, part }, tables) =>
  `${step}.${part}` in structure.presses_in_turn && tables > TWO && tables <= structure.most_in_turn;

/** Whose turn it is (from 0) of so many tables that are shown; null where it is that of all of them. */
export function turnOf({ step, part, beat }, tables) {
  const turn = beat - structure.presses_in_turn[`${step}.${part}`] - 1;
  return hasTurns({ step, part }, tables) && turn >= 0 ? turn : null;
}

/** How many presses build a picture up in a debrief of so many rounds, of which so many tables are shown. `found` are
 * those of the one table that is shown, where they go by its game. */
export function lastBeat({ step, part, presses: found = {} }, rounds, tables) {
  const code = `${step}.${part}`;
  if (tables === 1 && code in found) return found[code];
  if (tables > structure.most_in_turn && code in structure.presses_crowd) return structure.presses_crowd[code];
  if (hasTurns({ step, part }, tables)) return structure.presses_in_turn[code] + (rounds ? tables : 0);
  if (tables > 1 && code in structure.presses_beside) return structure.presses_beside[code];
  const presses = structure.presses[code] ?? 0;
  if (presses === "tables") return rounds ? (tables <= structure.most_in_turn ? tables : 1) : 0;
  return presses === "rounds" ? Math.max(0, rounds - 1) : presses;
}

/** Where the path was left ({step, part, beat}) for the picture on request that `view` shows; null on the path, and
 * where that is not known. `before` is the view before it, with its own `left`. */
export function leftAt(before, view, rounds) {
  if (isOnPath(view, view, rounds) || before?.step !== view.step) return null;
  return isOnPath(before, before, rounds) ? { ...placeOf(before), beat: before.beat } : (before.left ?? null);
}

/** What the next press shows ({step, part, beat}): more of this picture, or the one after it on the path; null after
 * the last. One that is not on the path is built up too, so that what it asks is answered; then it goes on where the
 * path was left, or else with the next that is on it. */
export function nextPicture(shown, tables, rounds) {
  for (const view of [shown, { ...shown, ...shown.left }])
    if (view.beat < lastBeat(view, rounds, tablesShown(view, tables))) return { ...placeOf(view), beat: view.beat + 1 };
  const view = { ...shown, ...shown.left };
  const all = everyPicture(tables);
  const coming = all.slice(indexOf(all, view) + 1).find((one) => isOnPath(view, one, rounds));
  return coming ? { ...coming, beat: 0 } : null;
}

/** Whether a press that brings `next` goes on with a picture that was left half built up for the one that is shown. */
export const isBack = (shown, next) => next.beat > 0 && (next.step !== shown.step || next.part !== shown.part);

/** What was shown before ({step, part, beat}): less of this picture, or the whole of the one before it on the path, or
 * where the path was left; null before the first. */
export function previousPicture(view, tables, rounds) {
  if (view.left && !view.beat) return view.left;
  if (view.beat > 0) return { ...placeOf(view), beat: view.beat - 1 };
  const all = everyPicture(tables);
  const before = lastOf(all.slice(0, Math.max(0, indexOf(all, view))).filter((one) => isOnPath(view, one, rounds)));
  return before ? { ...before, beat: lastBeat({ ...view, ...before }, rounds, tablesShown(view, tables)) } : null;
}

/** The picture of the debrief that a room of so many tables has before it ({step, part, beat, of}): at which of the
 * presses that build it up it is. */
export function shownPicture({ debrief, round }, tables) {
  return { ...placeOf(debrief), beat: debrief.beat, of: lastBeat(debrief, round, tablesShown(debrief, tables)) };
}

/** The one that the next press brings, likewise: before the debrief its first, null after its last. */
export function comingPicture({ phase, debrief, round }, tables) {
  if (phase !== "debrief") return shownPicture({ debrief, round }, tables);
  const next = nextPicture(debrief, tables, round);
  return next && shownPicture({ debrief: { ...debrief, ...next }, round }, tables);
}

/** How many of a room's tables a view is about: the one that was chosen, or all of them. */
export const tablesShown = ({ table }, tables) => (table === null ? tables : 1);

const placeOf = ({ step, part }) => ({ step, part });

function everyPicture(tables) {
  return ALL_STEPS.flatMap((step) => partsOf(step, tables).map((part) => ({ step, part })));
}

/* Where a picture stands among all; one that is not there for so many tables stands at the end of its step. */
function indexOf(all, { step, part }) {
  const index = all.findIndex((one) => one.step === step && one.part === part);
  return index >= 0 ? index : all.lastIndexOf(lastOf(all.filter((one) => one.step === step)));
}
