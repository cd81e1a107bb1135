/* What asks an answer after an outcome: a row for each task in trouble, with what happened there and the answers. */
import { say } from "../shared/dom.js";
import { sentence, word } from "../../state/words.js";
import { fillLook, putSign } from "./looks.js";

/** Bring the row of task `k` up to date; a setback is told in its own words. */
export function fillTrouble({ parts }, k, table, signOf) {
  const { setback, incident, sentence: told } = table.report[k];
  const tag = setback ? "setback" : incident ? "incident" : "complaints";
  say(parts.tag, word(`ui.tag.${tag}`));
  const what = sentence(setback ? table.setbacks.find(({ task }) => task === k)?.sentence : told);
  say(parts.sentence, word(`ui.player.told_of.${tag}`, { what }));
  fillLook(parts, table.tasks[k]);
  putSign(parts.sign, k, signOf);
}

/** Who picks an answer at task `k` of `list` then sees what happened at the next. */
export const tellingNext = (list, k, pick) => (option) => {
  const next = list.querySelector(`[data-task="${k}"] + li > details`);
  if (next) next.open = true;
  pick(option);
};
