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

const POOR = 0.4; // below it a task has the worst of its four looks (ui/street/bands.js)
const FELL = 0.15; // a task that went down so far in a round looks it
const MOST_NAMED = 2; // places that one sentence names
const MOST_SAID = 3;

/** What a round's line says ([{code, params, tasks}], of which the codes of tasks are named): how many came, so that
 * rounds can be compared, and of the rest what the eye sees first. Nobody is blamed or praised. */
export function lineOf(story, film, index) {
  const seen = seenIn(story, film, index);
  return [cameTo(story, film, index), ...(seen.length ? seen : [wayOf(story, film, index)])];
}

function cameTo(story, film, index) {
  return {
    code: "came",
    params: { count: sum(film[index].tasks, "joined"), of: story.residents * story.evenings_each },
  };
}

/* What stands out in a picture, the loudest first: what one would point at. */
function seenIn(story, film, index) {
  const { tasks } = film[index];
  const round = story.rounds[index];
  const before = index ? story.rounds[index - 1] : null;
  const more = (task, k) => (index ? Math.max(0, task.sheets - film[index - 1].tasks[k].sheets) : 0);
  const paper = tasks.reduce((total, task, k) => total + more(task, k), 0);
  const isSetback = (_, k) => round.tasks[k].setback;
  const fell = (_, k) => before && before.tasks[k].quality - round.tasks[k].quality > FELL;
  const found = [
    named("setback", story, tasks, isSetback),
    named("wrong", story, tasks, (task, k) => task.incident && !isSetback(task, k)),
    round.empty && !before?.empty && { code: "empty" },
    named("nobody", story, tasks, (task) => !hands(task)),
    named("left", story, tasks, (task, k) => isLeft(task) && !(before && isLeft(film[index - 1].tasks[k]))),
    named("fell", story, tasks, (task, k) => !task.incident && hands(task) && fell(task, k)),
    paper > 0 && { code: "paper", params: { count: paper } },
  ].filter(Boolean);
  return found.slice(0, MOST_SAID - 1).map(there);
}

/* The same places are not named twice. */
function there(said, index, all) {
  const isSame = index && said.tasks && said.tasks.join() === all[index - 1].tasks?.join();
  return isSame ? { code: `${said.code}_there` } : said;
}

/* Who did the work, where nothing stands out more; and that nothing happened only where nothing looks as if it had. */
function wayOf(story, film, index) {
  const { tasks } = film[index];
  const [alone, along, claimed] = ["took_over", "worked_along", "claimed"].map((name) => sum(tasks, name));
  if (alone && !along) return { code: "alone" };
  if (claimed) return { code: "claimed", params: { count: claimed } };
  if (along && !alone) return { code: "along" };
  return named("worn", story, tasks, (_, k) => story.rounds[index].tasks[k].quality < POOR) ?? { code: "calm" };
}

/** The codes of the tasks that a line names: where a picture has to show which those are. */
export const namedIn = (said) => [...new Set(said.flatMap(({ tasks = [] }) => tasks))];

/* The places that `is` true of, by name where they are few; null where there are none. */
function named(code, story, tasks, is) {
  const codes = story.tasks.filter((_, k) => is(tasks[k], k));
  if (codes.length > MOST_NAMED) return { code: `${code}_many`, params: { count: codes.length } };
  return codes.length ? { code, tasks: codes } : null;
}

const worked = (task) => task.took_over + task.worked_along;
const isLeft = (task) => task.joined > 0 && !worked(task);
const hands = (task) => task.joined + worked(task);

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
