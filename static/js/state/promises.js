/* What was promised, beside what was done: counts of a finished round's task, and which of them are worth telling. */
import { canDo } from "./holders.js";

const MOST_LISTED = 3;

/** What came of promises about a task: how many promised it, how many of these kept it, and how many did it; null in
 * a round in which nobody promised anything. */
export function promisedOn({ promises }) {
  const carriers = promises.filter(({ role }) => canDo(role));
  if (!carriers.length) return null;
  const sum = (part) => carriers.reduce((total, one) => total + one[part], 0);
  return { promised: sum("promised"), kept: sum("kept"), did: sum("did") };
}

/** Of the promises of several stories: how many there were, and how many were kept. */
export function promisesCounted(stories) {
  const tasks = stories.flatMap(({ rounds }) => rounds.flatMap((round) => round.tasks)).filter(wasAsked);
  const sum = (part) => tasks.reduce((total, task) => total + promisedOn(task)[part], 0);
  return { promised: sum("promised"), kept: sum("kept") };
}

const wasAsked = ({ promises }) => promises.length > 0;

/** Whether anything was promised in a game. */
export function anyPromised(story) {
  return story.rounds.some(({ tasks }) => tasks.some(wasAsked));
}

/** What is told of a game's promises, by kind: each that was not kept by all (`broken`), by any though others did it
 * (`unkept`) or by anybody (`left`), and each task nobody promised and some (`unpromised`) or none did (`nobody`). Of
 * more than a few such tasks only how many, as `unpromised_many`. */
export function promisesTold(story) {
  const found = notKept(story).map((one) => ({ kind: kindOf(one), ...one }));
  const count = (kind) => found.filter((one) => one.kind === kind).length;
  const many = ["unpromised", "nobody"].filter((kind) => count(kind) > MOST_LISTED);
  return [
    ...found.filter(({ kind }) => !many.includes(kind)),
    ...many.map((kind) => ({ kind: `${kind}_many`, count: count(kind) })),
  ];
}

function kindOf({ promised, kept, did }) {
  if (kept) return "broken";
  if (promised) return did ? "unkept" : "left";
  return did ? "unpromised" : "nobody";
}

/** What is worth telling, in order: a promise that was not kept, or a task that nobody promised, with its round and
 * task. */
export function notKept(story) {
  return story.rounds.flatMap(({ round, tasks }) =>
    tasks
      .map((task, k) => ({ round, task: story.tasks[k], ...promisedOn(task), isAsked: wasAsked(task) }))
      .filter(({ isAsked, promised, kept }) => isAsked && (promised === 0 || kept < promised)),
  );
}
