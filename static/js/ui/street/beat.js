/* A street at a beat of its outcome, while that is uncovered: the big screen, and the panel's small picture of it. */
import { BEATS, WHOLE } from "../../state/beats.js";

/** What the picture shows of the outcome at a beat of its reveal: first who carried it, then how it looks, then what
 * went wrong, then the purse; all of it where there is no beat. */
export function atBeat(data, tasks, beat) {
  const has = (other) => beat === WHOLE || beat >= other;
  const shown = data.tasks.map((task, k) => ({
    ...task,
    quality: has(2) ? task.quality : tasks[k].before,
    incident: has(3) && task.incident,
    claimed: has(3) ? task.claimed : 0,
    ...(beat === 3 && { trouble: tasks[k].trouble }), // what the words of that beat are about
  }));
  const isTrouble = beat === 3 && shown.some((task) => task.trouble);
  const focus = isTrouble ? "trouble" : beat === BEATS ? "purse" : undefined;
  return { ...data, tasks: shown, empty: data.empty && has(BEATS), focus };
}
