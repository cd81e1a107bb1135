/* How a task that looks like this got there: its own words, for screens of an outcome (decision 71). */
import { changeOf } from "../../state/changes.js";
import { lookWord } from "./words.js";

/** How a task got there, as {arrow, said}, the arrow to stand at these words and not at how it looks: what it was, or
 * which way it went where it is called the same. Neither where nothing changed that anybody sees. */
export function movedOf(task, word) {
  const change = changeOf(task.quality, task.before ?? task.quality);
  const look = lookWord({ ...task, quality: task.before }, word);
  const way = look !== lookWord(task, word) ? "was" : change > 0 ? "up" : "down";
  return change ? { arrow: change > 0 ? "▲" : "▼", said: word(`street.moved.${way}`, { look }) } : {};
}
