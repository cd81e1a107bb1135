/* What was decided about who does it, beside who did it. */
import { HOLDERS, MIXED } from "./holders.js";

/** Of all tasks of these stories: the `holder` that is told of, how often `of` all that was `decided`, and how often of
 * these it was `done` that way. Told of is together where that was decided at all, else what was decided most. */
export function decidedOf(stories) {
  const tasks = stories.flatMap(({ rounds }) => rounds.flatMap((round) => round.tasks));
  const decidedTo = (one) => tasks.filter(({ holder }) => holder === one);
  const most = HOLDERS.reduce((best, one) => (decidedTo(one).length > decidedTo(best).length ? one : best), MIXED);
  const holder = decidedTo(MIXED).length ? MIXED : most;
  const decided = decidedTo(holder);
  return {
    holder,
    of: tasks.length,
    decided: decided.length,
    done: decided.filter((task) => !isOtherwise(task)).length,
  };
}

/** Whether a task was done otherwise than was decided: by others, or also by residents and apart from each other. */
export const isOtherwise = ({ holder, done, apart }) => done !== holder || apart;

/** How often `of` all that was, in one story, and how often of these it was to be done `together`; `isMostly` where
 * that was done otherwise more often, by its share, than what was decided otherwise. */
export function otherwiseOf({ rounds }) {
  const tasks = rounds.flatMap((round) => round.tasks);
  const mixed = tasks.filter(({ holder }) => holder === MIXED);
  const [count, together] = [tasks, mixed].map((all) => all.filter(isOtherwise).length);
  const isMostly = together * (tasks.length - mixed.length) > (count - together) * mixed.length;
  return { count, of: tasks.length, together, isMostly };
}
