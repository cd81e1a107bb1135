/* What a round's line in the film says: what is new in that round, the loudest first. Nobody is blamed or praised. */
import { bandOf } from "../ui/street/bands.js";

const MOST_SAID = 2; // sentences
const MOST_NAMED = 2; // places that one sentence names
const MOVED = 0.15; // of all evenings: fewer are about as many as before
const LESS = 0.1; // of a full week: a purse that pays as little less is not told again

/** What a round's line says, a sentence each ([{code, params, tasks, looks, with, as}]): the codes of the tasks that
 * it names, how the one that it is about looked before and now, and what it says besides; `as` is the latest round of
 * which the same was said, so that no two lines are alike. */
export function lineOf(story, film, index) {
  const said = newIn(story, film, index);
  const told = JSON.stringify(said);
  for (let before = index - 1; before >= 0; before -= 1) {
    if (JSON.stringify(newIn(story, film, before)) !== told) continue;
    return [{ ...said[0], as: before + 1 }, ...said.slice(1)];
  }
  return said;
}

/* What one would point at: in round 1 how the work began, and later nothing that stood there the round before. */
function newIn(story, film, index) {
  const said = index ? [] : beginning(story, film);
  for (const one of eventsIn(story, film, index)) {
    const names = new Set(namedIn(said));
    const isNew = !said.includes(one) && !one.tasks?.some((task) => names.has(task)); // a place is named once
    if (isNew && said.length < MOST_SAID) said.push(one);
  }
  return said.length ? said : [{ code: "same", params: { round: index } }];
}

/* One sentence: the evenings that residents gave, and how professionals worked. */
const beginning = (story, film) => [{ code: "came", params: evenings(story, film, 0), with: wayOf(film[0]) }];

function eventsIn(story, film, index) {
  const { tasks } = film[index];
  const [now, was] = [story.rounds[index], story.rounds[index - 1]];
  const before = film[index - 1];
  const first = (is) => (task, k) => is(task) && !(before && is(before.tasks[k]));
  const isLeft = first((task) => task.joined > 0 && !worked(task));
  const bands = (_, k) => (was ? bandOf(now.tasks[k].quality) - bandOf(was.tasks[k].quality) : 0);
  const fell = (task, k) => bands(task, k) < 0;
  const code = tasks.some(isLeft) && tasks.every((task, k) => !isLeft(task, k) || fell(task, k)) ? "left_fell" : "left";
  const isSetback = (_, k) => now.tasks[k].setback;
  const came = before && moved(story, film, index);
  return [
    came?.isLarge && came.said,
    named("setback", story, tasks, isSetback),
    purseIn(story, index),
    named(
      "nobody",
      story,
      tasks,
      first((task) => !task.joined && !worked(task)),
    ),
    named(code, story, tasks, isLeft),
    named("wrong", story, tasks, (task, k) => task.incident && !isSetback(task, k)),
    looked("fell", story, index, tasks, fell),
    came?.said,
    before && wayOf(film[index])?.code !== wayOf(before)?.code && wayOf(film[index]),
    looked("rose", story, index, tasks, (task, k) => bands(task, k) > 0),
    before && paperIn(tasks, before.tasks),
  ].filter(Boolean);
}

/* The purse where it changes: that it is empty, that it pays clearly less, that it pays all again. */
function purseIn({ rounds, full_week: full }, index) {
  const [now, was] = [rounds[index], rounds[index - 1] ?? { hours: full, empty: false }];
  if (was.hours - now.hours >= LESS * full) return { code: "hours", params: { count: now.hours, of: full } };
  if (now.empty && !was.empty) return { code: "empty" };
  return now.hours >= full && was.hours < full && !now.empty ? { code: "paid" } : null;
}

/* Evenings, where clearly more or fewer were given than the round before: nothing is louder than half of them. */
function moved(story, film, index) {
  const [was, now] = [index - 1, index].map((place) => evenings(story, film, place));
  const by = Math.abs(now.count - was.count);
  if (by < Math.max(2, MOVED * now.of)) return null;
  return { said: { code: now.count > was.count ? "more" : "fewer", params: now }, isLarge: 2 * by >= now.of };
}

/* How professionals worked: all of it themselves, with who came, or some of each; null where none did. */
function wayOf({ tasks }) {
  const [alone, along] = ["took_over", "worked_along"].map((name) => sum(tasks, name));
  if (!alone && !along) return null;
  return { code: alone && along ? "mixed" : alone ? "alone" : "along" };
}

/* A place that looks otherwise than the round before, in the words for its looks. */
function looked(code, story, index, tasks, is) {
  const found = named(code, story, tasks, is);
  if (found?.tasks?.length !== 1) return found;
  const k = story.tasks.indexOf(found.tasks[0]);
  const [from, to] = [index - 1, index].map((place) => bandOf(story.rounds[place].tasks[k].quality));
  return { code: "looks", tasks: found.tasks, looks: [from, to] };
}

function paperIn(tasks, before) {
  const count = tasks.reduce((total, { sheets }, k) => total + Math.max(0, sheets - before[k].sheets), 0);
  return count ? { code: "paper", params: { count } } : null;
}

/** The codes of the tasks that a line names: where a picture has to show which those are. */
export const namedIn = (said) => [...new Set(said.flatMap(({ tasks = [] }) => tasks))];

/* The places that `is` true of, by name where they are few; null where there are none. */
function named(code, story, tasks, is) {
  const codes = story.tasks.filter((_, k) => is(tasks[k], k));
  if (codes.length > MOST_NAMED) return { code: `${code}_many`, params: { count: codes.length } };
  return codes.length ? { code, tasks: codes } : null;
}

const sum = (tasks, name) => tasks.reduce((total, task) => total + (task[name] ?? 0), 0);
const worked = (task) => task.took_over + task.worked_along;
const evenings = (story, film, index) => ({
  count: sum(film[index].tasks, "joined"),
  of: story.residents * story.evenings_each,
});
