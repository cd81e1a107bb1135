/* Shares that add up to a whole, a bar per round: residents' part below, professionals' part above, each with its own pattern. */
import { picture, svg } from "./svg.js";

const WIDTH = 640;
const HEIGHT = 220;
const LEFT = 44;
const TOP = 12;
const BOTTOM = 34;
const RIGHT = 150;

/** `shares` (0–1 per round) is the upper part; `names` are {upper, lower}. */
export function shareBars({ title, description, rounds, shares, names, percent }) {
  const room = WIDTH - LEFT - RIGHT;
  const width = Math.min(64, (room / rounds.length) * 0.68);
  const x = (index) => LEFT + (room / rounds.length) * (index + 0.5) - width / 2;
  const high = HEIGHT - TOP - BOTTOM;
  const parts = [stripes()];
  rounds.forEach((label, index) => {
    const upper = high * shares[index];
    parts.push(
      svg("rect", { class: "bar professional", x: x(index), y: TOP, width, height: upper }),
      svg("rect", { class: "bar stripes", x: x(index), y: TOP, width, height: upper, fill: "url(#stripes)" }),
      svg("rect", { class: "bar resident", x: x(index), y: TOP + upper, width, height: high - upper }),
      svg("text", { class: "bar-value", x: x(index) + width / 2, y: TOP + Math.max(18, upper - 7), "text-anchor": "middle" }, percent(shares[index])),
      svg("text", { class: "tick", x: x(index) + width / 2, y: HEIGHT - 10, "text-anchor": "middle" }, String(label)),
    );
  });
  const end = LEFT + room + 8;
  parts.push(
    svg("text", { class: "line-name professional", x: end, y: TOP + 16 }, names.upper),
    svg("text", { class: "line-name resident", x: end, y: HEIGHT - BOTTOM - 4 }, names.lower),
  );
  return picture(WIDTH, HEIGHT, title, description, ...parts);
}

function stripes() {
  const pattern = { id: "stripes", width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
  return svg("defs", {}, svg("pattern", pattern, svg("line", { class: "stripe", x1: 0, x2: 0, y1: 0, y2: 8 })));
}
