/* The film of a street: its picture after each round as data. */
import { structure } from "./structure.js";

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

/** What ran underneath after round `index` (from 0; −1 is before the first): trust, and of each task what drew the
 * lines. */
export function underOf(story, index) {
  if (index < 0) return { trust: story.start.trust, tasks: story.tasks.map(() => story.start) };
  const { trust, tasks } = story.rounds[index];
  return { trust, tasks };
}

/** The name of a task within a sentence: small where it begins with an article, else as it is called. */
export function nameIn(task, word) {
  return word(`task.${task}.name`).replace(/^(De|Het|The) /, (article) => article.toLowerCase());
}
