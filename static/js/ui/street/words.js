/* What a picture says to who does not see it: one sentence about the whole, one for each task, one for the purse,
 * and never more than its data. `word` fills the catalogue (state/words.js); the words of a task are its
 * scenario's. */
import { changeOf } from "../../state/changes.js";
import { bandOf } from "./bands.js";

/** The street in words. */
export function describe(data, word) {
  const month = word(`street.month.${data.month ?? 2}`);
  const tasks = data.tasks.map((task) => describeTask(task, data, word));
  return [word("street.in_month", { place: word("title"), month }), ...tasks, purse(data, word)]
    .filter(Boolean)
    .join(" ");
}

/** One task in words. */
export function describeTask(task, data, word) {
  const said = [look(task, word), ...happened(task, data, word)].filter(Boolean);
  return `${said.join(", ")}.`;
}

/** The word for how a task looks, "" while nothing is known. */
export function lookWord(task, word) {
  return (task.quality ?? null) === null ? "" : word(`task.${task.code}.look.${bandOf(task.quality)}`);
}

/** How a task got there, as {arrow, said}, the arrow to stand at these words and not at how it looks: what it was, or
 * which way it went where it is called the same. Neither where nothing changed that anybody sees. */
export function movedOf(task, word) {
  const change = changeOf(task.quality, task.before ?? task.quality);
  const look = lookWord({ ...task, quality: task.before }, word);
  const way = look !== lookWord(task, word) ? "was" : change > 0 ? "up" : "down";
  return change ? { arrow: change > 0 ? "▲" : "▼", said: word(`street.moved.${way}`, { look }) } : {};
}

function look(task, word) {
  const name = word(`task.${task.code}.name`);
  const how = lookWord(task, word);
  return how ? word("street.looks", { task: name, look: how }) : name;
}

function happened(task, { residents, lit = true }, word) {
  const holder = task.holder && word(`holder.${task.holder}`);
  const workers = (task.took_over ?? 0) + (task.worked_along ?? 0);
  const isKnown = (task.joined ?? null) !== null;
  return [
    holder && word(lit ? "street.lamp" : "street.lamp_unlit", { holder }),
    isKnown && word("street.joined", { count: task.joined, of: residents }),
    workers > 0 && word("street.worked", { count: workers }),
    task.visited > 0 && word("street.visited"),
    task.claimed > 0 && word("street.claimed", { count: task.claimed }),
    task.sheets > 0 && word("street.sheets", { count: task.sheets }),
    task.incident && word(task.mended ? "street.mended" : task.setback ? "street.setback" : "street.incident"),
  ];
}

function purse({ reserve, empty }, word) {
  if (empty) return word("street.purse_empty");
  return (reserve ?? null) === null ? "" : word("street.purse", { reserve: Math.round(reserve * 10) * 100 });
}
