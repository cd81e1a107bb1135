/* The steps of the debrief in order and the pictures of each, as the server has them (game/engine/debrief/steps.py). */
import { lastOf } from "../state/lists.js";

export const STEPS = {
  feeling: ["wall"],
  what_happened: ["luck", "dice", "courses", "quality", "share", "cost", "asked"],
  undercurrent: ["lines", "crossing", "turns", "claim"],
  pattern: ["loops"],
  sensible: ["moments", "funding", "marks"],
  what_if: ["vote", "lines", "doubt"],
  at_work: ["wall"],
  tomorrow: ["wall", "take_home"],
};

const SHORT_PATH = ["feeling", "what_happened", "undercurrent", "sensible", "at_work"];

/** The steps that the debrief goes through. */
export function stepsOf(view) {
  return Object.keys(STEPS).filter((step) => !view.short || SHORT_PATH.includes(step));
}

/** The pictures of a step; the reference courses are only for a game at one table. */
export function partsOf(step, tables) {
  return (STEPS[step] ?? []).filter((part) => part !== "courses" || tables === 1);
}

/** The picture after the one that is shown ({step, part}); null after the last. A step off the short path goes on with the next on it. */
export function nextPicture(view, tables) {
  const parts = partsOf(view.step, tables);
  const part = parts[parts.indexOf(view.part) + 1];
  if (part && parts.includes(view.part)) return { step: view.step, part };
  const all = Object.keys(STEPS);
  const step = stepsOf(view).find((other) => all.indexOf(other) > all.indexOf(view.step));
  return step ? { step, part: partsOf(step, tables)[0] } : null;
}

/** The picture before the one that is shown ({step, part}); null before the first. */
export function previousPicture(view, tables) {
  const parts = partsOf(view.step, tables);
  const index = parts.indexOf(view.part);
  if (index > 0) return { step: view.step, part: parts[index - 1] };
  const all = Object.keys(STEPS);
  const step = lastOf(stepsOf(view).filter((other) => all.indexOf(other) < all.indexOf(view.step)));
  return step ? { step, part: lastOf(partsOf(step, tables)) } : null;
}
