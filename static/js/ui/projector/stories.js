/* What went wrong at each of a few streets, told where its tasks have their lines, while that beat is shown: this is
 * where people laugh or fall silent. */
import { write } from "../shared/dom.js";
import { word } from "../../state/words.js";
import { troubleOf } from "./beat.js";

/** Of more tables no story is told; one has a message afterwards. */
export const TOLD_TABLES = 6;
const SIZES = [0, 1, 2, 3]; // of letters, from those of the lines to the least that can be read

/* Those of these tasks that are in trouble, the one to tell of first: its own before what happened to every street, an
 * incident before complaints, and what fell most. */
function inTrouble(tasks) {
  const fall = ({ quality, before }) => (before ?? quality) - quality;
  const rank = (one, other) => one.setback - other.setback || other.incident - one.incident || fall(other) - fall(one);
  return tasks.filter(({ trouble }) => trouble).sort(rank);
}

/** Of these tasks the one to tell of, undefined where none is in trouble. */
export const loudest = (tasks) => inTrouble(tasks)[0];

/** How many of these tasks are in trouble, said beside the name of their table. */
export function countOf(tasks) {
  const { length: count } = inTrouble(tasks);
  return word(`ui.projector.beat.${count ? "at_tasks" : "at_none"}`, { count });
}

/** Tell it in a cell where `isTold`, as large as there is room for; less of it where that is all that fits, another
 * task's, or only where it was: no street that has trouble shows this beat as if nothing happened. Nothing else in the
 * cell moves. */
export function drawStory({ node, parts }, board, isTold) {
  const texts = isTold ? textsOf(inTrouble(board.tasks)) : [];
  parts.story.hidden = !texts.some((text) => fits(node, parts.story, text));
  node.classList.toggle("tells", !parts.story.hidden);
}

/** What can be told of tasks in trouble, a line each, from most to least: all stories, the first with what kind of
 * trouble there was elsewhere, one of them with its place or without, and no story. */
export function textsOf(troubled) {
  if (!troubled.length) return [];
  const named = troubled.map((task) => `${word(`task.${task.code}.name`)}: ${troubleOf(task)}`);
  const [, ...others] = troubled.map(briefOf);
  const alone = troubled.flatMap((task, k) => [named[k], firstOf(named[k]), troubleOf(task), firstOf(troubleOf(task))]);
  const lines = [named, [named[0], ...others], [firstOf(named[0]), ...others]];
  return [...lines.map((all) => all.join("\n")), ...alone, briefOf(troubled[0])];
}

/* Where it was, and what kind of trouble. */
export function briefOf({ code, setback, incident }) {
  const kind = setback ? "setback" : incident ? "incident" : "complaints";
  return `${word(`task.${code}.name`)}: ${word(`ui.tag.${kind}`)}`;
}

const firstOf = (text) => /^.*?[.?!]['’”]?(?= )/.exec(text)?.[0] ?? text;

function fits(cell, story, text) {
  story.hidden = false;
  write(story, text);
  return SIZES.some((size) => {
    story.dataset.fit = size;
    return story.getBoundingClientRect().bottom <= cell.getBoundingClientRect().bottom + 1;
  });
}
