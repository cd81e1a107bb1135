/* The causal loops of one table: all of them as a table of bars, or one as a ring whose arrows are as thick as they were strong. */
import { lastOf } from "../../state/lists.js";
import { hasWord } from "../words.js";
import { CODES, roleOf, shapeOf } from "./loop_shapes.js";
import { hundred, percent } from "./series.js";
import { html, picture, svg } from "./svg.js";

const SIZES = {
  full: { width: 640, height: 264, box: 194, high: 54, line: 21, chars: 18, lane: 19 },
  small: { width: 360, height: 330, box: 122, high: 66, line: 18, chars: 14, lane: 17 },
};
const THINNEST = 2;
const THICKEST = 17;
const HEAD = 13;
const GAP = 5;

/** The round that is looked at, as an index; the last one for 0 or one that was not played. */
export function roundOf(view, rounds) {
  return view.round >= 1 && view.round <= rounds ? view.round - 1 : rounds - 1;
}

/** All loops by round, a bar each, as one table; the round looked at has its strength in figures. */
export function loopTable(found, view, word) {
  const now = roundOf(view, found.length);
  const heads = found.map((_, index) => head(String(index + 1), "col", index === now ? "now" : ""));
  const rows = CODES.map((code) => {
    const cells = found.map(({ loops }, index) => strengthCell(loops[code], index === now));
    return html("tr", "", loopHead(code, word), ...cells);
  });
  const caption = html("caption", "visually-hidden", word("debrief.pattern.loops"));
  const first = head(word("debrief.round"), "col", "quiet");
  return html("table", "loop-table", caption, html("thead", "", html("tr", "", first, ...heads)), html("tbody", "", ...rows));
}

/** The name of a loop as the head of a row: its letter in a circle (strengthens itself) or a square (slows down). */
export function loopHead(code, word) {
  const kind = word(code.startsWith("R") ? "debrief.pattern.reinforcing" : "debrief.pattern.balancing");
  const cell = html("th", "", loopMark(code), html("span", "loop-name", word(`debrief.loop.${code}`)), html("span", "visually-hidden", ` (${kind})`));
  cell.scope = "row";
  return cell;
}

export function loopMark(code) {
  return html("span", `loop-mark ${code.startsWith("R") ? "grows" : "slows"}`, code);
}

/** What the two shapes of a loop's letter mean. */
export function loopKey(word) {
  const item = (kind, letter, code) => html("li", "", html("span", `loop-mark ${kind}`, letter), word(code));
  return html("ul", "chart-key", item("grows", "R", "debrief.pattern.reinforcing"), item("slows", "B", "debrief.pattern.balancing"));
}

function strengthCell(strength, isNow) {
  const bar = svg("rect", { class: "loop-fill", x: 0, y: 20 - 20 * strength, width: 40, height: 20 * strength });
  const drawn = svg("svg", { class: "loop-bar", viewBox: "0 0 40 20", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("rect", { class: "loop-back", width: 40, height: 20 }), bar);
  return html("td", isNow ? "now" : "", drawn, html("span", isNow ? "loop-figure" : "visually-hidden", percent(strength)));
}

function head(text, scope, kind) {
  const cell = html("th", kind, text);
  cell.scope = scope;
  return cell;
}

/** The strengths of one loop over the rounds, as a row of bars with their figures. */
export function strengthRow(code, found, view, word) {
  const now = roundOf(view, found.length);
  const heads = found.map((_, index) => head(String(index + 1), "col", index === now ? "now" : ""));
  const cells = found.map(({ loops }, index) => {
    const cell = strengthCell(loops[code], index === now);
    cell.lastChild.className = "loop-figure";
    cell.lastChild.textContent = hundred(loops[code]); // ten rounds leave no room for more
    return cell;
  });
  const caption = html("caption", "visually-hidden", word("debrief.pattern.loop_tables", { name: word(`debrief.loop.${code}`) }));
  const name = head(word("debrief.pattern.each_round"), "row", "quiet");
  return html("table", "loop-table strip", caption, html("thead", "", html("tr", "", head(word("debrief.round"), "col", "quiet"), ...heads)), html("tbody", "", html("tr", "", name, ...cells)));
}

/** One loop as a ring, in the round looked at. */
export function ringChart(code, found, view, word, size = "full") {
  const s = SIZES[size];
  const now = roundOf(view, found.length);
  const { nodes, arrows, eases } = shapeOf(code);
  const strengths = found[now].arrows;
  const place = ({ x, y }) => [s.box / 2 + 3 + x * (s.width - s.box - 6), s.high / 2 + 3 + y * (s.height - s.high - 6)];
  const parts = [
    ...(eases ? easing(eases, place, s, word) : []),
    ...arrows.flatMap((arrow) => drawnArrow(arrow, strengths[arrow.code], arrow.code === view.arrow, place, s)),
    ...nodes.flatMap((node) => box(word(`debrief.node.${node.code}`), place(node), s)),
  ];
  const told = arrows.map((arrow) => `${word(`debrief.arrow.${arrow.code}`)}: ${percent(strengths[arrow.code])}`).join(". ");
  return picture(s.width, s.height, `${code} ${word(`debrief.loop.${code}`)}`, told, ...parts);
}

function box(name, [x, y], s) {
  const lines = wrap(name, s.chars);
  const top = y - ((lines.length - 1) * s.line) / 2;
  const frame = svg("rect", { class: "node", x: x - s.box / 2, y: y - s.high / 2, width: s.box, height: s.high, rx: 12 });
  return [frame, ...lines.map((line, index) => svg("text", { class: "node-name", x, y: top + index * s.line + 6, "text-anchor": "middle" }, line))];
}

function drawnArrow(arrow, strength, isOpen, place, s) {
  const { start, end, unit } = ends(arrow, place, s);
  const wide = THINNEST + strength * (THICKEST - THINNEST);
  const neck = HEAD + wide * 0.5;
  const shaft = [end[0] - unit[0] * neck, end[1] - unit[1] * neck];
  const kind = `${strength < 0.005 ? "arrow none" : "arrow"}${isOpen ? " open" : ""}`;
  const side = wide / 2 + 7;
  const tip = [[shaft[0] - unit[1] * side, shaft[1] + unit[0] * side], end, [shaft[0] + unit[1] * side, shaft[1] - unit[0] * side]];
  const along = 0.5 + 0.12 * (arrow.lane === 1 ? 1 : arrow.lane);
  const at = [start[0] + (shaft[0] - start[0]) * along, start[1] + (shaft[1] - start[1]) * along];
  return [
    svg("line", { class: kind, x1: start[0], y1: start[1], x2: shaft[0], y2: shaft[1], "stroke-width": wide }),
    svg("polygon", { class: `${kind} tip`, points: tip.map((point) => point.map((number) => number.toFixed(1)).join(",")).join(" ") }),
    ...pill(percent(strength), at, isOpen),
  ];
}

function pill(text, [x, y], isOpen) {
  const width = 18 + text.length * 11;
  return [
    svg("rect", { class: isOpen ? "pill open" : "pill", x: x - width / 2, y: y - 13, width, height: 26, rx: 13 }),
    svg("text", { class: "pill-text", x, y: y + 6, "text-anchor": "middle" }, text),
  ];
}

function easing(arrow, place, s, word) {
  const { start, end, unit } = ends(arrow, place, s);
  const side = 7;
  const shaft = [end[0] - unit[0] * HEAD, end[1] - unit[1] * HEAD];
  const tip = [[shaft[0] - unit[1] * side, shaft[1] + unit[0] * side], end, [shaft[0] + unit[1] * side, shaft[1] - unit[0] * side]];
  const [x, y] = [(start[0] + shaft[0]) / 2, (start[1] + shaft[1]) / 2];
  const lines = wrap(word("debrief.pattern.eases"), 15);
  const texts = lines.map((line, index) => svg("text", { class: "tick eases", x: x + (unit[0] ? -8 : 10), y: y + index * s.line + (unit[0] ? 8 : -4), "text-anchor": unit[0] ? "end" : "start" }, line));
  return [svg("line", { class: "arrow eases", x1: start[0], y1: start[1], x2: shaft[0], y2: shaft[1] }), svg("polygon", { class: "arrow eases tip", points: tip.join(" ") }), ...texts];
}

/* Where an arrow leaves one box and meets the other, and its direction. */
function ends({ from, to, lane }, place, s) {
  const [a, b] = [place(from), place(to)];
  const way = [b[0] - a[0], b[1] - a[1]];
  const long = Math.hypot(...way);
  const unit = way.map((part) => part / long);
  const aside = [-unit[1] * lane * s.lane, unit[0] * lane * s.lane];
  const move = ([x, y], by) => [x + unit[0] * by + aside[0], y + unit[1] * by + aside[1]];
  const back = unit.map((part) => -part);
  return { start: move(a, edge(unit, aside, s) + GAP), end: move(b, -edge(back, aside, s) - GAP), unit };
}

/* How far it is from beside the middle of a box to its edge, in a direction. */
function edge(unit, aside, s) {
  const half = [s.box / 2, s.high / 2];
  const far = unit.map((part, axis) => (Math.abs(part) < 0.001 ? Infinity : (half[axis] * Math.sign(part) - aside[axis]) / part));
  return Math.min(...far);
}

/* In as few lines as it takes, about as long as each other. */
function wrap(text, chars) {
  let lines = broken(text, chars);
  for (let most = chars - 1; most > 0; most -= 1) {
    const shorter = broken(text, most);
    if (shorter.length > lines.length) return lines;
    lines = shorter;
  }
  return lines;
}

function broken(text, most) {
  const lines = [""];
  for (const one of text.split(" ")) {
    const line = `${lastOf(lines)} ${one}`.trim();
    if (line.length <= most || !lastOf(lines)) lines[lines.length - 1] = line;
    else lines.push(one);
  }
  return lines;
}

/** What people chose behind an opened arrow, in the round looked at, as a heading and a list. */
export function behindArrow(arrow, behind, view, rounds, word) {
  const now = roundOf(view, rounds);
  const role = roleOf(arrow);
  const lines = (behind[arrow] ?? []).filter(({ moments }) => moments[now]).map(({ choice, counts, moments }) =>
    html("li", "", word("debrief.pattern.chosen", { role: word(`roles.${role}`), choice: choiceWord(role, choice, word), count: counts[now], of: moments[now] })),
  );
  const told = lines.length ? [html("ul", "behind", ...lines)] : [html("p", "behind", word("debrief.pattern.nobody_chose"))];
  return html("div", "arrow-open", html("p", "arrow-name", word(`debrief.arrow.${arrow}`)), ...told);
}

function choiceWord(role, choice, word) {
  return word([`act.${role}.${choice}`, `respond.${choice}`, `holder.${choice}`].find(hasWord) ?? `debrief.node.${choice}`);
}
