/* Every table as a dot with its number: the further to the right, the more often professionals did it alone and
 * residents stayed in; the higher, the better the street looked in the end. */
import { dodged } from "../../../state/dodge.js";
import { hundred } from "../../../state/series.js";
import { picture, svg } from "../../shared/svg.js";

/* `line` is by how much the words at one end of the axis stand above those at the other, where both have no room beside
 * each other. */
const SIZES = {
  wall: { wide: 640, high: 300, left: 78, top: 16, right: 16, below: 50, dot: 12.5, line: 0 },
  phone: { wide: 360, high: 300, left: 62, top: 16, right: 14, below: 64, dot: 6.5, line: 20 },
};
const OWN = 12.5; // the dot of one's own table has its number also on a phone
const LEAST = 0.4; // of an axis is shown, however close all tables lie

/** `dots` are {table, apart, quality} of every table. On a wall all have their numbers; a phone has its own table `own`
 * lit among the others. */
export function tableDots(dots, own, word) {
  const s = own === null ? SIZES.wall : SIZES.phone;
  const [width, height] = [s.wide - s.left - s.right, s.high - s.top - s.below];
  const [x, y] = [scale(dots.map(({ apart }) => apart)), scale(dots.map(({ quality }) => quality))];
  const wanted = dots.map(({ apart, quality }) => [width * x(apart), height * (1 - y(quality))]);
  const places = dodged(wanted, 2 * s.dot + 1, { width, height });
  const described = dots.map(({ table, quality }) => `${word("debrief.table", { table })}: ${hundred(quality)}`);
  const drawn = dots.map(({ table }, i) =>
    dotOf(table, places[i], { ...s, isOwn: table === own, isWall: own === null }),
  );
  const whole = picture(
    s.wide,
    s.high,
    word("debrief.logic.dots.title"),
    described.join(", "),
    svg("path", {
      class: "axis dots-axis",
      d: `M${s.left - 14} ${s.top}V${s.high - s.below + 14}H${s.wide - s.right}`,
    }),
    ...beside(s.left - 20, s.top + 16, word("debrief.logic.dots.fair")),
    ...beside(s.left - 20, s.high - s.below - 10, word("debrief.logic.dots.bare")),
    text(s.left - 14, s.high - 10 - s.line, "start", `← ${word("debrief.logic.dots.together")}`),
    text(s.wide - s.right, s.high - 10, "end", `${word("debrief.logic.dots.apart")} →`),
    ...drawn.sort((one, other) => one.classList.contains("own") - other.classList.contains("own")), // it lies on top
  );
  whole.classList.add("all-dots");
  return whole;
}

/* From a value to a place (0–1) on an axis that has room for all of these values. */
function scale(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(LEAST, high - low);
  const from = Math.max(0, Math.min((low + high - span) / 2, 1 - span));
  return (value) => (value - from) / span;
}

function dotOf(table, [x, y], { left, top, dot, isOwn, isWall }) {
  const circle = svg("circle", { r: isOwn ? OWN : dot });
  const number = isOwn || isWall ? [svg("text", { y: 6, "text-anchor": "middle" }, String(table))] : [];
  const place = `translate(${(left + x).toFixed(1)} ${(top + y).toFixed(1)})`;
  return svg("g", { class: `numbered-dot${isOwn ? " own" : ""}`, transform: place }, circle, ...number);
}

/* A word under the other: beside an axis there is no room for two. */
const beside = (x, y, told) => told.split(" ").map((one, i) => text(x, y + 20 * i, "end", one));

const text = (x, y, anchor, told) => svg("text", { class: "tick", x, y, "text-anchor": anchor }, told);
