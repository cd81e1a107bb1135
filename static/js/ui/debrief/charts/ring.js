/* One causal loop as a ring whose arrows are as thick as they were strong. */
import { wrap } from "../../../state/lines.js";
import { roundOf } from "./loops.js";
import { shapeOf } from "../../../state/loop_shapes.js";
import { percent } from "../../../state/series.js";
import { picture, svg, through } from "../../shared/svg.js";

const SIZES = {
  full: { width: 640, height: 264, box: 194, high: 54, line: 21, chars: 18, lane: 19 },
  small: { width: 360, height: 330, box: 122, high: 66, line: 18, chars: 14, lane: 17 },
};
const THINNEST = 2;
const THICKEST = 17;
const HEAD = 13;
const GAP = 5;

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
  const told = arrows
    .map((arrow) => `${word(`debrief.arrow.${arrow.code}`)}: ${percent(strengths[arrow.code])}`)
    .join(". ");
  return picture(s.width, s.height, word(`debrief.loop.${code}`), told, ...parts);
}

function box(name, [x, y], s) {
  const lines = wrap(name, s.chars);
  const top = y - ((lines.length - 1) * s.line) / 2;
  const frame = svg("rect", {
    class: "node",
    x: x - s.box / 2,
    y: y - s.high / 2,
    width: s.box,
    height: s.high,
    rx: 12,
  });
  return [
    frame,
    ...lines.map((line, index) =>
      svg("text", { class: "node-name", x, y: top + index * s.line + 6, "text-anchor": "middle" }, line),
    ),
  ];
}

function drawnArrow(arrow, strength, isOpen, place, s) {
  const { start, end, unit } = ends(arrow, place, s);
  const wide = THINNEST + strength * (THICKEST - THINNEST);
  const neck = HEAD + wide * 0.5;
  const shaft = [end[0] - unit[0] * neck, end[1] - unit[1] * neck];
  const kind = `${strength < 0.005 ? "arrow none" : "arrow"}${isOpen ? " open" : ""}`;
  const side = wide / 2 + 7;
  const tip = [
    [shaft[0] - unit[1] * side, shaft[1] + unit[0] * side],
    end,
    [shaft[0] + unit[1] * side, shaft[1] - unit[0] * side],
  ];
  const along = 0.5 + 0.12 * (arrow.lane === 1 ? 1 : arrow.lane);
  const at = [start[0] + (shaft[0] - start[0]) * along, start[1] + (shaft[1] - start[1]) * along];
  return [
    svg("line", { class: kind, x1: start[0], y1: start[1], x2: shaft[0], y2: shaft[1], "stroke-width": wide }),
    svg("polygon", {
      class: `${kind} tip`,
      points: through(tip),
    }),
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
  const tip = [
    [shaft[0] - unit[1] * side, shaft[1] + unit[0] * side],
    end,
    [shaft[0] + unit[1] * side, shaft[1] - unit[0] * side],
  ];
  const [x, y] = [(start[0] + shaft[0]) / 2, (start[1] + shaft[1]) / 2];
  const lines = wrap(word("debrief.pattern.eases"), 15);
  const texts = lines.map((line, index) =>
    svg(
      "text",
      {
        class: "tick eases",
        x: x + (unit[0] ? -8 : 10),
        y: y + index * s.line + (unit[0] ? 8 : -4),
        "text-anchor": unit[0] ? "end" : "start",
      },
      line,
    ),
  );
  return [
    svg("line", { class: "arrow eases", x1: start[0], y1: start[1], x2: shaft[0], y2: shaft[1] }),
    svg("polygon", { class: "arrow eases tip", points: through(tip) }),
    ...texts,
  ];
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
  const far = unit.map((part, axis) =>
    Math.abs(part) < 0.001 ? Infinity : (half[axis] * Math.sign(part) - aside[axis]) / part,
  );
  return Math.min(...far);
}
