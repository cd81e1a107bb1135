/* How each task looks after an outcome: its sign, a word and which way it went. */
import { at, copy, fillList, say, write } from "../shared/dom.js";
import { word } from "../../state/words.js";
import { bandOf, changeOf } from "../street/bands.js";
import { putSign } from "./trouble.js";

/** Draw it with an outcome. */
export function drawLooks(table, signOf) {
  at("looks").hidden = table.phase !== "outcome";
  if (at("looks").hidden) return;
  fillList(
    at("looks"),
    table.tasks,
    () => copy("look"),
    ({ parts }, { code, quality, before }, k) => {
      putSign(parts.sign, signOf(k));
      write(parts.name, word(`task.${code}.name`));
      fillLook(parts, { code, quality, before });
    },
  );
}

/** Say in `parts` how a task looks: its word, an arrow, and for who does not see that, which way it went. */
export function fillLook(parts, { code, quality, before }) {
  const change = before === null ? 0 : changeOf(quality, before);
  const trend = change > 0 ? "up" : change < 0 ? "down" : "same";
  say(parts.look, word(`task.${code}.look.${bandOf(quality)}`));
  write(parts.arrow, { up: "▲", down: "▼", same: "" }[trend]);
  say(parts.trend, before === null ? "" : word(`ui.player.trend.${trend}`));
}
