/* The own result after a round: the mark with what it came from, and the chair's own gauge. */
import { at, copy, fillList, say } from "../shared/dom.js";
import { euros, figure, mark, markChange, sentence, word } from "../shared/words.js";

/** What only this seat sees of the last outcome: its mark with the lines it came from, and the chair's own gauge. */
export function drawResult(table, mine) {
  at("result").hidden = table.phase !== "outcome" || !mine.mark;
  if (at("result").hidden) return;
  say(at("mark"), mark(mine.mark.mark));
  say(at("mark-base"), mine.mark_base ? word("ui.player.mark.base", { base: mine.mark_base }) : "");
  fillList(
    at("mark-lines"),
    mine.mark.lines,
    () => copy("mark-line"),
    ({ parts }, line) => {
      say(parts.label, word(`mark.${mine.role}.${line.code}`));
      say(parts.amount, markChange(mine.mark_point * line.params.amount));
    },
  );
  drawGauge(mine);
}

function drawGauge({ role, gauge }) {
  at("gauge").hidden = !gauge;
  if (!gauge) return;
  const lines = [word(`ui.player.gauge.${role}`, rounded(gauge.figures)), sentence(gauge.sentence)].filter(Boolean);
  fillList(
    at("gauge-lines"),
    lines,
    () => ({ node: document.createElement("li") }),
    ({ node }, line) => say(node, line),
  );
}

function rounded(figures) {
  return Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [name, name === "reserve" ? euros(value) : figure(value)]),
  );
}
