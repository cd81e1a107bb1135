/* How each task looks after an outcome: its sign, a word and which way it went. */
import { at, copy, fillList, say, write } from "../shared/dom.js";
import { troubledIn } from "../../state/trouble.js";
import { word } from "../../state/words.js";
import { bandOf } from "../street/bands.js";
import { changeOf } from "../../state/changes.js";

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

/** Say in `parts` how a task looks: its word, an arrow, and for who does not see that, which way it went. */
export function fillLook(parts, { code, quality, before }) {
  const change = before === null ? 0 : changeOf(quality, before);
  const trend = change > 0 ? "up" : change < 0 ? "down" : "same";
  say(parts.look, word(`task.${code}.look.${bandOf(quality)}`));
  write(parts.arrow, { up: "▲", down: "▼", same: "" }[trend]);
  say(parts.trend, before === null ? "" : word(`ui.player.trend.${trend}`));
}
