/* What only this seat sees of the last outcome: its mark with the lines it came from, and the chair's own gauge. */
import { copy, fillList, say } from "./dom.js";
import { markPoints } from "./choices.js";
import { figure, mark, markChange, sentence, word } from "./words.js";

const at = (id) => document.getElementById(id);
const BASE = { municipality: 10, professional: 5 };

export function drawResult(table, mine) {
  at("result").hidden = table.phase !== "outcome" || !mine.mark;
  if (at("result").hidden) return;
  say(at("mark"), mark(mine.mark.mark));
  say(at("mark-base"), BASE[mine.role] ? word("ui.mark.base", { base: BASE[mine.role] }) : "");
  fillList(at("mark-lines"), mine.mark.lines, () => copy("mark-line"), ({ parts }, line) => {
    say(parts.label, word(`mark.${mine.role}.${line.code}`));
    say(parts.amount, markChange(markPoints(line.params.amount, mine.role)));
  });
  drawGauge(mine);
}

function drawGauge({ role, gauge }) {
  at("gauge").hidden = !gauge;
  if (!gauge) return;
  const lines = [word(`ui.gauge.${role}`, rounded(gauge.figures)), sentence(gauge.sentence)].filter(Boolean);
  fillList(at("gauge-lines"), lines, () => ({ node: document.createElement("li") }), ({ node }, line) => say(node, line));
}

function rounded(figures) {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, figure(value)]));
}
