/* The film of a street: its picture after each round as data, and the one line that a round gets. */
import { structure } from "./structure.js";

const sum = (tasks, name) => tasks.reduce((total, task) => total + (task[name] ?? 0), 0);

/** The data of the picture after round `index` (from 0) of a story and its film; who stayed in and what was in the
 * purse are to be seen now. */
export function frameOf(story, film, index) {
  const { months } = structure.picture;
  const round = story.rounds[index];
  return {
    ...film[index],
    windows: true,
    reserve: round.reserve,
    month: months[Math.min(round.round, months.length) - 1],
    tasks: film[index].tasks.map((task, k) => ({ ...task, code: story.tasks[k], quality: round.tasks[k].quality })),
  };
}

export const AT_START = 0.5; // how a street looks before anybody did anything

/** The data of the picture before round 1: nobody there, and nothing happened yet. */
export function startFrame(story, film) {
  const frame = frameOf(story, film, 0);
  return { ...frame, tasks: frame.tasks.map(({ code, holder }) => ({ code, holder, quality: AT_START })) };
}

export const MOST_WORDED = 7; // more pictures beside each other have room for the number only

/** What the picture of round `index` (from 0) is called beside those of all `count` rounds. */
export function roundName(round, index, count, word) {
  return index && count > MOST_WORDED ? String(round) : word("debrief.round_head", { round });
}

/** The data of the last picture of a story played the other way (OtherStreet). */
export function otherFrameOf(story, { street, qualities, reserve }) {
  const last = story.rounds.length - 1;
  const frame = frameOf(story, { [last]: street }, last);
  return { ...frame, reserve, tasks: frame.tasks.map((task, k) => ({ ...task, quality: qualities[k] })) };
}

/** What a round's line says after how many came ([{code, params}]): the one thing that stands out most. Nobody is
 * blamed and nothing is praised. */
export function lineOf(story, film, index) {
  const { tasks } = film[index];
  const came = { count: sum(tasks, "joined"), of: story.residents * story.evenings_each };
  return [{ code: "came", params: came }, outstanding(story, film, index)];
}

function outstanding(story, film, index) {
  const { tasks } = film[index];
  const round = story.rounds[index];
  const before = index ? story.rounds[index - 1] : null;
  const hit = round.tasks.findIndex((task) => task.setback);
  const left = tasks.flatMap((task, k) => (hands(task) ? [] : [k]));
  const paper = sum(tasks, "sheets") - (index ? sum(film[index - 1].tasks, "sheets") : 0);
  const alone = sum(tasks, "took_over");
  const along = sum(tasks, "worked_along");
  const broken = tasks.filter((task) => task.incident).length;
  if (round.empty && !before?.empty) return { code: "empty" };
  if (hit >= 0) return { code: "setback", task: story.tasks[hit] };
  if (left.length > 1) return { code: "nobody_many", params: { count: left.length } };
  if (left.length) return { code: "nobody", task: story.tasks[left[0]] };
  if (paper > 0 && index) return { code: "paper", params: { count: paper } };
  if (alone && !along) return { code: "alone" };
  if (sum(tasks, "claimed")) return { code: "claimed", params: { count: sum(tasks, "claimed") } };
  if (along && !alone) return { code: "along" };
  return broken ? { code: "incident", params: { count: broken } } : { code: "calm" };
}

const hands = (task) => task.joined + task.took_over + task.worked_along;

/** What ran underneath after round `index` (from 0; −1 is before the first): trust, and of each task what drew the
 * lines. */
export function underOf(story, index) {
  if (index < 0) return { trust: story.start.trust, tasks: story.tasks.map(() => story.start) };
  const { trust, tasks } = story.rounds[index];
  return { trust, tasks };
}
