/* What only this chair sees of a round: its gauge, which in the time-out one takes along to the table with what one
 * heard or asked for (after an outcome that stands with its task, more.js). */
import { at, fillList, say } from "../shared/dom.js";
import { isAsked } from "../../state/trouble.js";
import { euros, figure, sentence, word } from "../../state/words.js";
import { privately } from "./card.js";
import { fold } from "./fold.js";

/** Draw it with an outcome and in the time-out. */
export function drawGauge(table, mine) {
  const isTimeOut = table.phase === "time_out";
  at("gauge").hidden = !mine.gauge || !(isTimeOut || table.phase === "outcome");
  if (at("gauge").hidden) return;
  fold(at("gauge"), table.step, isTimeOut || (table.round > 1 && !isAsked(table, mine))); // the first says most
  say(at("gauge-down"), isTimeOut ? word("ui.player.phone_down") : "");
  fillList(
    at("gauge-lines"),
    linesOf(table, mine),
    () => ({ node: document.createElement("li") }),
    ({ node }, line) => say(node, line),
  );
}

function linesOf({ phase, tasks }, mine) {
  const { role, gauge } = mine;
  const figures = rounded(gauge.figures);
  const own = (phase === "time_out" ? tasks : []).map(({ code }, k) => {
    const told = privately(k, mine);
    return told && `${word(`task.${code}.name`)}. ${told}`;
  });
  return [
    word(`ui.player.gauge.${role}${"full" in figures && figures.hours === figures.full ? "_full" : ""}`, figures),
    "done" in figures ? word("ui.player.gauge.thinner", figures) : "",
    gauge.sentence && `${word("ui.player.heard")} ${sentence(gauge.sentence)}`,
    ...own,
  ].filter(Boolean);
}

function rounded(figures) {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, name === "reserve" ? euros(value) : figure(value)]),
  );
}
