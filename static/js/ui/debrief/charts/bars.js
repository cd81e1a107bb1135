/* Shares that add up to a whole, a bar per round: residents' part below, professionals' part above, each with its
 * own pattern. */
import { lastOf } from "../../../state/lists.js";
import { roundAxis } from "../../../state/round_axis.js";
import { hundred } from "../../../state/series.js";
import { word } from "../../../state/words.js";
import { picture, svg } from "../../shared/svg.js";

// On a wall the last figure has room for "100%".
const SIZES = {
  full: { width: 640, height: 220, left: 44, top: 12, bottom: 34, right: 150, named: true, labels: true },
  small: { width: 380, height: 214, left: 40, top: 8, bottom: 32, right: 8, named: false, labels: true },
  wall: { width: 320, height: 216, left: 4, top: 6, bottom: 40, right: 110, named: false, labels: false },
  tall: { width: 320, height: 400, left: 4, top: 6, bottom: 40, right: 110, named: false, labels: false },
};
const MOST_SIGNED = 8;
let made = 0;

/** `shares` (0–1 per round, null where nobody did anything) is the upper part; `names` are {upper, lower}; `size` is
 * full, small, wall or tall. */
export function shareBars({ title, description, rounds, shares, names, percent, size = "full" }) {
  const s = SIZES[size];
  const stripes = `stripes-${(made += 1)}`;
  const room = s.width - s.left - s.right;
  const width = Math.min(64, (room / rounds.length) * 0.84);
  const x = (index) => s.left + (room / rounds.length) * (index + 0.5) - width / 2;
  const high = s.height - s.top - s.bottom;
  const told = rounds.length > MOST_SIGNED ? hundred : percent; // so many have no room for a sign each
  const parts = [pattern(stripes)];
  rounds.forEach((label, index) => {
    const upper = high * (shares[index] ?? 0);
    const bars = [
      svg("rect", { class: "bar professional", x: x(index), y: s.top, width, height: upper }),
      svg("rect", { x: x(index), y: s.top, width, height: upper, fill: `url(#${stripes})` }),
      svg("rect", { class: "bar resident", x: x(index), y: s.top + upper, width, height: high - upper }),
    ];
    if (shares[index] !== null) parts.push(...bars);
    if (s.labels)
      parts.push(...labelled(label, told(shares[index]), x(index) + width / 2, s.top + Math.max(18, upper - 7), s));
  });
  if (s.labels) parts.push(tick(word("debrief.round"), x(0) + width / 2 - 14, s.height - 10, "end"));
  if (s.named) parts.push(...named(names, s.left + room + 8, s));
  if (!s.labels) parts.push(...ends(rounds, percent(lastOf(shares)), x, width, s));
  return picture(s.width, s.height, title, description, ...parts);
}

/** One bar per round (`values` 0–1) for a wall of tables; `now` is the index of the round whose figure is given. */
export function strengthBars({ title, description, rounds, values, now, percent, size }) {
  const s = SIZES[size];
  const room = s.width - s.left - s.right;
  const width = (room / rounds.length) * 0.8;
  const x = (index) => s.left + (room / rounds.length) * (index + 0.5) - width / 2;
  const high = s.height - s.top - s.bottom;
  const bars = values.flatMap((value, index) => [
    svg("rect", { class: "loop-back", x: x(index), y: s.top, width, height: high }),
    svg("rect", {
      class: index === now ? "loop-fill now" : "loop-fill",
      x: x(index),
      y: s.top + high * (1 - value),
      width,
      height: high * value,
    }),
  ]);
  return picture(
    s.width,
    s.height,
    title,
    description,
    ...bars,
    ...ends(rounds, percent(values[now]), x, width, s, "quality"),
  );
}

function labelled(label, share, x, y, s) {
  return [
    svg("text", { class: "bar-value", x, y, "text-anchor": "middle" }, share),
    tick(String(label), x, s.height - 10),
  ];
}

/* Where there is no room for every bar's words: the first and the last round, and the last share. */
function ends(rounds, share, x, width, s, kind = "professional") {
  const middle = (index) => x(index) + width / 2;
  const ticks = roundAxis(rounds, word("debrief.round"), middle, 0, true).map(({ told, at, anchor }, index) =>
    tick(told, index || rounds.length === 1 ? at : x(0), s.height - 18, anchor),
  );
  return [...ticks, svg("text", { class: `line-name ${kind}`, x: s.width - s.right + 8, y: s.top + 28 }, share)];
}

function tick(told, x, y, anchor = "middle") {
  return svg("text", { class: "tick", x, y, "text-anchor": anchor }, told);
}

function named(names, x, s) {
  return [
    svg("text", { class: "line-name professional", x, y: s.top + 16 }, names.upper),
    svg("text", { class: "line-name resident", x, y: s.height - s.bottom - 4 }, names.lower),
  ];
}

function pattern(id) {
  const attributes = { id, width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" };
  return svg("defs", {}, svg("pattern", attributes, svg("line", { class: "stripe", x1: 0, x2: 0, y1: 0, y2: 8 })));
}
