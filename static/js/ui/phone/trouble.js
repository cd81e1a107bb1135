/* What asks an answer after an outcome: a row for each task in trouble, with what happened there and the answers. */
import { say } from "../shared/dom.js";
import { sentence, word } from "../../state/words.js";
import { fillLook, putSign } from "./looks.js";

/* Where only one is in trouble, what happened lies open; else it unfolds behind its name, so that all answers are in
 * view and soon read. */
const FEW = 2;

/** Begin the row of a task, one of `count`. */
export function beginTrouble({ node, parts }, count) {
  parts.told.open = count === 1;
  node.classList.toggle("of-many", count > FEW);
}

/** Bring the row of task `k` up to date; a setback is told in its own words. */
export function fillTrouble({ parts }, k, table, signOf) {
  const { setback, incident, sentence: told } = table.report[k];
  const tag = setback ? "setback" : incident ? "incident" : "complaints";
  say(parts.tag, word(`ui.tag.${tag}`));
  say(parts.sentence, sentence(setback ? table.setbacks.find(({ task }) => task === k)?.sentence : told));
  fillLook(parts, table.tasks[k]);
  putSign(parts.sign, k, signOf);
}
