/* Lines over rounds, each named at its end, so that no legend is needed and colour never carries it alone. */
import { picture, svg } from "./svg.js";

const WIDTH = 640;
const HEIGHT = 260;
const LEFT = 44;
const RIGHT = 170;
const TOP = 22;
const BOTTOM = 34;
const LABEL_GAP = 21;

/** `series` are {name, kind, values} with null for a round without a value; `rounds` the labels under the axis; `max` the top
 * of the axis (its bottom is `min` or 0); `talkFrom` the label at which talking began. */
export function lineChart({ title, description, rounds, series, max, min = 0, axis, talkFrom = null, talkWord = "" }) {
  const across = (WIDTH - LEFT - RIGHT) / Math.max(1, rounds.length - 1);
  const x = (index) => LEFT + (rounds.length === 1 ? (WIDTH - LEFT - RIGHT) / 2 : index * across);
  const y = (value) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - min) / (max - min));
  const parts = [...grid(min, max, y, axis), ...labels(rounds, x), ...talkLine(rounds, talkFrom, talkWord, x)];
  for (const line of series) parts.push(...drawn(line, x, y));
  parts.push(...names(series, x, y));
  return picture(WIDTH, HEIGHT, title, description, ...parts);
}

function grid(min, max, y, axis) {
  const steps = [min, (min + max) / 2, max];
  if (min < 0) steps.push(0);
  return steps.flatMap((value) => [
    svg("line", { class: value === 0 ? "axis zero" : "axis", x1: LEFT, x2: WIDTH - RIGHT, y1: y(value), y2: y(value) }),
    svg("text", { class: "tick", x: LEFT - 8, y: y(value) + 5, "text-anchor": "end" }, axis(value)),
  ]);
}

function labels(rounds, x) {
  return rounds.map((label, index) => svg("text", { class: "tick", x: x(index), y: HEIGHT - 10, "text-anchor": "middle" }, String(label)));
}

function talkLine(rounds, talkFrom, talkWord, x) {
  const index = rounds.indexOf(talkFrom);
  if (index < 1) return [];
  const at = (x(index - 1) + x(index)) / 2;
  return [
    svg("line", { class: "talk", x1: at, x2: at, y1: TOP - 8, y2: HEIGHT - BOTTOM }),
    svg("text", { class: "tick talk-word", x: at + 5, y: TOP - 8 }, talkWord),
  ];
}

function drawn({ kind, values }, x, y) {
  const points = values.map((value, index) => (value === null ? null : [x(index), y(value)])).filter(Boolean);
  const line = svg("polyline", { class: `line ${kind}`, points: points.map((point) => point.join(",")).join(" ") });
  return [line, ...points.map(([cx, cy]) => svg("circle", { class: `point ${kind}`, cx, cy, r: 4.5 }))];
}

/** The names at the ends of the lines, pushed apart where lines end close together. */
function names(series, x, y) {
  const ends = series
    .map(({ name, kind, values }) => ({ name, kind, at: values.length - 1, value: values.at(-1) }))
    .filter(({ value }) => value !== null && value !== undefined)
    .map((end) => ({ ...end, y: y(end.value) }))
    .sort((one, other) => one.y - other.y);
  for (let i = 1; i < ends.length; i += 1) ends[i].y = Math.max(ends[i].y, ends[i - 1].y + LABEL_GAP);
  const over = ends.length ? Math.max(0, ends.at(-1).y - (HEIGHT - BOTTOM + 6)) : 0;
  for (let i = ends.length - 1, most = HEIGHT - BOTTOM + 6; i >= 0 && over > 0; i -= 1, most -= LABEL_GAP) ends[i].y = Math.min(ends[i].y, most);
  return ends.map((end) => svg("text", { class: `line-name ${end.kind}`, x: x(end.at) + 12, y: end.y + 5 }, end.name));
}
