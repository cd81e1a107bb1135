/* The own result after a round: the mark with last round's and what it came from. A fall is drawn as one. */
import { at, copy, fillList, say } from "../shared/dom.js";
import { isAsked } from "../../state/trouble.js";
import { mark, markChange, word } from "../../state/words.js";
import { fold } from "./fold.js";
import { shape } from "./hours.js";

const FELT = 0.05; // what a mark in tenths has to change by to have changed
const TOP = 10;
const HIGH = 40;

/** What only this seat sees of the last outcome: its mark, which way it went, and the lines it came from. */
export function drawResult(table, mine) {
  at("result").hidden = table.phase !== "outcome" || !mine.mark;
  if (at("result").hidden) return;
  const { mark: now, before, lines } = mine.mark;
  const change = before === null || Math.abs(now - before) < FELT ? "same" : now > before ? "up" : "down";
  at("result").dataset.change = change;
  say(at("mark"), mark(now));
  const told = { last: mark(before ?? 0), change: mark(Math.abs(now - (before ?? 0))) };
  say(at("mark-before"), word(`ui.player.mark.${before === null ? mine.role : change}`, told));
  drawSlide(now, before);
  fold(at("mark-why"), table.step, !isAsked(table, mine));
  say(at("mark-why-title"), word("ui.player.mark.why"));
  say(at("mark-base"), mine.mark_base ? word("ui.player.mark.base", { base: mine.mark_base }) : "");
  const amounts = addingUp(
    lines.map(({ params }) => mine.mark_point * params.amount),
    now - (mine.mark_base ?? 0),
  );
  fillList(
    at("mark-lines"),
    lines,
    () => copy("mark-line"),
    ({ parts }, line, k) => {
      say(parts.label, word(`mark.${mine.role}.${line.code}`));
      say(parts.amount, markChange(amounts[k]));
    },
  );
}

/** Parts in tenths that make up the whole as it is shown: the largest takes what rounding left. A mark that would have
 * been under 1 or over 10 is no sum of its parts. */
export function addingUp(parts, whole) {
  const tenths = parts.map((part) => Math.round(10 * part));
  const rest = Math.round(10 * whole) - tenths.reduce((sum, part) => sum + part, 0);
  const sizes = parts.map(Math.abs);
  if (Math.abs(rest) <= parts.length / 2 + 1) tenths[sizes.indexOf(Math.max(...sizes))] += rest;
  return tenths.map((part) => part / 10);
}

/* From last round's height to this one's, on a scale of 1 to 10. */
function drawSlide(now, before) {
  const slide = at("mark-slide");
  slide.toggleAttribute("hidden", before === null);
  if (before === null) return;
  const y = (value) => Math.round(TOP + HIGH * (1 - (value - 1) / 9));
  slide.replaceChildren(
    ...[
      ["path", { class: "scale", d: `M2 ${TOP}V${TOP + HIGH}` }],
      ["path", { class: "went", d: `M12 ${y(before)}L50 ${y(now)}` }],
      ["circle", { class: "was", cx: 12, cy: y(before), r: 5 }],
      ["circle", { class: "is", cx: 52, cy: y(now), r: 8 }],
    ].map(([tag, attributes]) => shape(tag, attributes)),
  );
}
