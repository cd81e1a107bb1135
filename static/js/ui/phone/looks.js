/* How each task looks after an outcome: its sign, a word and how it got there. */
import { at, copy, fillList, say, write } from "../shared/dom.js";
import { troubledIn } from "../../state/trouble.js";
import { word } from "../../state/words.js";
import { lookWord, movedOf } from "../street/words.js";

/** Draw it with an outcome; what asks an answer says it there. */
export function drawLooks(table, signOf) {
  const asked = troubledIn(table);
  const shown = table.tasks.map((_, k) => k).filter((k) => !asked.includes(k));
  at("looks").hidden = table.phase !== "outcome" || !shown.length;
  if (at("looks").hidden) return;
  fillList(
    at("looks"),
    shown,
    () => copy("look"),
    ({ parts }, k) => {
      putSign(parts.sign, k, signOf);
      write(parts.name, word(`task.${table.tasks[k].code}.name`));
      fillLook(parts, table.tasks[k]);
    },
  );
}

/** Put the sign of task `k` in its place, once it has come. */
export function putSign(host, k, signOf) {
  if (host.firstChild && host.dataset.task === String(k)) return;
  const sign = signOf(k);
  if (!sign) return;
  host.dataset.task = String(k);
  host.replaceChildren(sign);
}

/** Say in `parts` how a task looks and, where there is room to, how it got there. */
export function fillLook(parts, task) {
  say(parts.look, lookWord(task, word));
  if (!parts.moved) return;
  const { arrow, said } = movedOf(task, word);
  say(parts.arrow, arrow);
  say(parts.moved, said);
}
