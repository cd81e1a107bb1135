/* The way through the debrief: which steps and pictures there are, and what comes before and after the one that is
 * shown. */
import { lastOf } from "./lists.js";
import { structure } from "./structure.js";

/** The steps in order. */
export const ALL_STEPS = Object.keys(structure.steps);

/** The steps that the debrief goes through. */
export function stepsOf(view) {
  return ALL_STEPS.filter((step) => !view.short || structure.short_path.includes(step));
}

/** The pictures of a step for a game at so many tables. */
export function partsOf(step, tables) {
  return (structure.steps[step] ?? []).filter((part) => tables === 1 || !structure.of_one_table.includes(part));
}

/** The picture after the one that is shown ({step, part}); null after the last. A step off the short path goes on
 * with the next on it. */
export function nextPicture(view, tables) {
  const parts = partsOf(view.step, tables);
  const part = parts[parts.indexOf(view.part) + 1];
  if (part && parts.includes(view.part)) return { step: view.step, part };
  const step = stepsOf(view).find((other) => ALL_STEPS.indexOf(other) > ALL_STEPS.indexOf(view.step));
  return step ? { step, part: partsOf(step, tables)[0] } : null;
}

/** The picture before the one that is shown ({step, part}); null before the first. */
export function previousPicture(view, tables) {
  const parts = partsOf(view.step, tables);
  const index = parts.indexOf(view.part);
  if (index > 0) return { step: view.step, part: parts[index - 1] };
  const step = lastOf(stepsOf(view).filter((other) => ALL_STEPS.indexOf(other) < ALL_STEPS.indexOf(view.step)));
  return step ? { step, part: lastOf(partsOf(step, tables)) } : null;
}
