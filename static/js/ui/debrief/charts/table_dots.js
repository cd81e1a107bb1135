/* Every table as a dot with its number: the further to the right, the more often professionals did it alone and
 * residents stayed in; the higher, the better the street looked in the end. */
import { dodged } from "../../../state/dodge.js";
import { hundred } from "../../../state/series.js";
import { picture, svg } from "../../shared/svg.js";

const [WIDE, HIGH] = [640, 300];
const [LEFT, TOP, RIGHT, BELOW] = [78, 16, 16, 50];
const DOT = 12.5;
const LEAST = 0.4; // of an axis is shown, however close all tables lie

/** `dots` are {table, apart, quality} of every table; that of table `own` is lit. */
export function tableDots(dots, own, word) {
  const [width, height] = [WIDE - LEFT - RIGHT, HIGH - TOP - BELOW];
  const [x, y] = [scale(dots.map(({ apart }) => apart)), scale(dots.map(({ quality }) => quality))];
  const wanted = dots.map(({ apart, quality }) => [width * x(apart), height * (1 - y(quality))]);
  const places = dodged(wanted, 2 * DOT + 1, { width, height });
  const described = dots.map(({ table, quality }) => `${word("debrief.table", { table })}: ${hundred(quality)}`);
  const drawn = picture(
    WIDE,
    HIGH,
    word("debrief.logic.dots.title"),
    described.join(", "),
    svg("path", { class: "axis dots-axis", d: `M${LEFT - 14} ${TOP}V${HIGH - BELOW + 14}H${WIDE - RIGHT}` }),
    ...upDown(word),
    text(LEFT - 14, HIGH - 10, "start", `← ${word("debrief.logic.dots.together")}`),
    text(WIDE - RIGHT, HIGH - 10, "end", `${word("debrief.logic.dots.apart")} →`),
    ...dots.map(({ table }, i) => dot(table, places[i], table === own)),
  );
  drawn.classList.add("all-dots");
  return drawn;
}

/* From a value to a place (0–1) on an axis that has room for all of these values. */
function scale(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const span = Math.max(LEAST, high - low);
  const from = Math.max(0, Math.min((low + high - span) / 2, 1 - span));
  return (value) => (value - from) / span;
}

function upDown(word) {
  const words = (code) => word(`debrief.logic.dots.${code}`).split(" ");
  const lines = (code, y) => words(code).map((one, i) => text(LEFT - 20, y + 20 * i, "end", one));
  return [...lines("fair", TOP + 16), ...lines("bare", HIGH - BELOW - 10)];
}

function dot(table, [x, y], isOwn) {
  const name = svg("text", { y: 6, "text-anchor": "middle" }, String(table));
  const circle = svg("circle", { r: DOT });
  const place = `translate(${(LEFT + x).toFixed(1)} ${(TOP + y).toFixed(1)})`;
  return svg("g", { class: `numbered-dot${isOwn ? " own" : ""}`, transform: place }, circle, name);
}

const text = (x, y, anchor, told) => svg("text", { class: "tick", x, y, "text-anchor": anchor }, told);
