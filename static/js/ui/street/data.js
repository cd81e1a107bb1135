/* From what a screen is sent to what a street is drawn from. */
import { structure } from "../../state/structure.js";

/** A street's data: `tasks` of a screen with code and quality, the table's `street` and what is one's `own` beside
 * it, in `round`. */
export function streetOf(tasks, street, own, round) {
  const { months } = structure.picture;
  return {
    ...street,
    ...own,
    month: months[Math.min(round, months.length) - 1],
    tasks: tasks.map(({ code, quality }, k) => ({ code, quality, ...street.tasks[k] })),
  };
}
