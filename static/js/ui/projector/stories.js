/* What went wrong at each of a few streets, told where its tasks have their lines, while that beat is shown: this is
 * where people laugh or fall silent. */
import { write } from "../shared/dom.js";
import { word } from "../../state/words.js";
import { kindOf, troubleOf } from "./beat.js";

/** Of more tables no story is told; one has a message afterwards. */
export const TOLD_TABLES = 6;
const NAMED_TABLES = 4; // have room to name the place
const SIZES = [0, 1, 2, 3]; // of letters, from those of the lines to the least that can be read

/* Those of these tasks that are in trouble, the one to tell of first: its own before what happened to every street, an
 * incident before complaints, and what fell most. */
function inTrouble(tasks) {
  const fall = ({ quality, before }) => (before ?? quality) - quality;
  const rank = (one, other) => one.setback - other.setback || other.incident - one.incident || fall(other) - fall(one);
  return tasks.filter(({ trouble }) => trouble).sort(rank);
}

/** Those of the tasks of one table that are in trouble, as they are told where there is not room for all: first what
 * came to every table, which the facilitator reads aloud. */
export const toldFirst = (tasks) =>
  tasks.filter(({ trouble }) => trouble).sort((one, other) => other.setback - one.setback);

/** Of these tasks the one to tell of, undefined where none is in trouble. */
export const loudest = (tasks) => inTrouble(tasks)[0];

/** How many of these tasks are in trouble, said beside the name of their table. */
export function countOf(tasks) {
  const { length: count } = inTrouble(tasks);
  return word(`ui.projector.beat.${count ? "at_tasks" : "at_none"}`, { count });
}

/** Tell it in a cell where `isTold`, as large as there is room for; less of it where that is all that fits, another
 * task's, or only where it was: no street that has trouble shows this beat as if nothing happened. Nothing else in the
 * cell moves. Signs are explained where `hasKey`. */
export function drawStory({ node, parts }, board, { isTold, tables, hasKey, signOf }) {
  const troubled = isTold ? inTrouble(board.tasks) : [];
  const told = tables > NAMED_TABLES ? signedOf(troubled) : namedOf(troubled, hasKey);
  parts.story.hidden = false;
  parts.story.hidden = !told.some(({ text, task }) => {
    write(parts["story-text"], text);
    parts["story-sign"].replaceChildren(...(task ? [signOf(task)] : []));
    return fits(node, parts.story);
  });
  node.classList.toggle("tells", !parts.story.hidden);
}

/** What can be told of one of these tasks, from most to least, where its sign stands for its place: in small cells all
 * tables tell in this one form. */
export function signedOf(troubled) {
  const told = troubled.flatMap((task) => [troubleOf(task), firstOf(troubleOf(task))].map((text) => ({ task, text })));
  return [...told, ...troubled.slice(0, 1).map((task) => ({ task, text: word(`ui.tag.${kindOf(task)}`) }))];
}

/** What can be told of tasks in trouble, a line each, from most to least: all stories, the first with what kind of
 * trouble there was elsewhere, one of them, and no story. No story without its place: where there is no room for the
 * name it has its sign, if a key says what that stands for (`hasKey`). */
export function namedOf(troubled, hasKey) {
  if (!troubled.length) return [];
  const named = troubled.map((task) => `${word(`task.${task.code}.name`)}: ${troubleOf(task)}`);
  const [, ...others] = troubled.map(briefOf);
  const lines = [named, [named[0], ...others], [firstOf(named[0]), ...others]].map((all) => ({ text: all.join("\n") }));
  const alone = troubled.flatMap((task, k) => [
    ...[named[k], firstOf(named[k])].map((text) => ({ text })),
    ...(hasKey ? [troubleOf(task), firstOf(troubleOf(task))].map((text) => ({ task, text })) : []),
  ]);
  return [...lines, ...alone, { text: briefOf(troubled[0]) }];
}

/* Where it was, and what kind of trouble. */
export const briefOf = (task) => `${word(`task.${task.code}.name`)}: ${word(`ui.tag.${kindOf(task)}`)}`;

const firstOf = (text) => /^.*?[.?!]['’”]?(?= )/.exec(text)?.[0] ?? text;

function fits(cell, story) {
  return SIZES.some((size) => {
    story.dataset.fit = size;
    return story.getBoundingClientRect().bottom <= cell.getBoundingClientRect().bottom + 1;
  });
}
