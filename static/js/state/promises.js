/* What was promised, beside what was done: counts of a finished round's task, and which of them are worth telling. */

const KEEPS_AN_EYE = "municipality"; // the others can do a task

/** What came of promises about a task: how many promised it, how many of these kept it, and how many did it; null in
 * a round in which nobody promised anything. */
export function promisedOn({ promises }) {
  const carriers = promises.filter(({ role }) => role !== KEEPS_AN_EYE);
  if (!carriers.length) return null;
  const sum = (part) => carriers.reduce((total, one) => total + one[part], 0);
  return { promised: sum("promised"), kept: sum("kept"), did: sum("did") };
}

/** Whether anything was promised in a game. */
export function anyPromised(story) {
  return story.rounds.some(({ tasks }) => tasks.some(({ promises }) => promises.length));
}

/** What is worth telling, in order: a promise that was not kept, or a task that nobody promised, with its round and
 * task. */
export function notKept(story) {
  return story.rounds.flatMap(({ round, tasks }) =>
    tasks
      .map((task, k) => ({ round, task: story.tasks[k], ...promisedOn(task), isAsked: task.promises.length > 0 }))
      .filter(({ isAsked, promised, kept }) => isAsked && (promised === 0 || kept < promised)),
  );
}
