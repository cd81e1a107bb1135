/* What asks an answer after an outcome: a row for each task in trouble, with what happened there and the answers. */
import { say } from "../shared/dom.js";
import { sentence, word } from "../../state/words.js";

/** The tasks that ask an answer now, none where the group plays without answers. */
export function troubledIn({ form, report }) {
  if (form !== "full") return [];
  return report.flatMap(({ trouble }, k) => (trouble ? [k] : []));
}

/** Bring the row of task `k` up to date; a setback is told in its own words. */
export function fillTrouble({ parts }, k, table, signOf) {
  const { setback, incident, sentence: told } = table.report[k];
  const tag = setback ? "setback" : incident ? "incident" : "complaints";
  say(parts.tag, word(`ui.tag.${tag}`));
  say(parts.sentence, sentence(setback ? table.setbacks.find(({ task }) => task === k)?.sentence : told));
  putSign(parts.sign, signOf(k));
}

/** Put a task's sign in its place, once it has come. */
export function putSign(host, sign) {
  if (sign && !host.firstChild) host.append(sign);
}
