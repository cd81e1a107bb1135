/* Lines over rounds, each named at its end, so that no legend is needed and colour never carries it alone. */
import { picture, svg } from "./svg.js";

/* Measures of the picture: one that stands alone, one of a row or of rows of tables, one of very many (no axis). The ends are `named`
 * (name and value) or only valued, where a key above all pictures gives the names. */
const SIZES = {
  full: { width: 640, height: 260, left: 44, right: 190, top: 22, bottom: 34, gap: 21, point: 4.5, named: true },
  small: { width: 380, height: 214, left: 40, right: 50, top: 14, bottom: 32, gap: 21, point: 4.5, named: false },
  tall: { width: 380, height: 330, left: 40, right: 50, top: 14, bottom: 32, gap: 21, point: 4.5, named: false },
  tiny: { width: 200, height: 88, left: 4, right: 44, top: 10, bottom: 10, gap: 23, point: 0, named: false },
};

/** `series` are {name, kind, values} with null for a round without a value; `rounds` the labels under the axis; `max` the top
 * of the axis (its bottom is `min` or 0); `axis` and `value` write a number there and at the end of a line; `talkFrom` is the
 * label at which talking began; `size` is full, tall, small or tiny. */
export function lineChart({ title, description, rounds, series, max, min = 0, axis, value = axis, talkFrom = null, talkWord = "", size = "full" }) {
  const s = SIZES[size];
  const across = (s.width - s.left - s.right) / Math.max(1, rounds.length - 1);
  const x = (index) => s.left + (rounds.length === 1 ? (s.width - s.left - s.right) / 2 : index * across);
  const y = (number) => s.top + (s.height - s.top - s.bottom) * (1 - (number - min) / (max - min));
  const parts = [...grid(min, max, y, axis, s), ...labels(rounds, x, s), ...talkLine(rounds, talkFrom, talkWord, x, s)];
  for (const line of series) parts.push(...drawn(line, x, y, s));
  parts.push(...names(series, x, y, value, s));
  return picture(s.width, s.height, title, description, ...parts);
}

function grid(min, max, y, axis, s) {
  const steps = [min, (min + max) / 2, max];
  if (min < 0) steps.push(0);
  return steps.flatMap((value) => {
    const line = svg("line", { class: value === 0 ? "axis zero" : "axis", x1: s.left, x2: s.width - s.right, y1: y(value), y2: y(value) });
    if (!s.point) return [line];
    return [line, svg("text", { class: "tick", x: s.left - 8, y: y(value) + 5, "text-anchor": "end" }, axis(value))];
  });
}

function labels(rounds, x, s) {
  if (!s.point) return [];
  return rounds.map((label, index) => svg("text", { class: "tick", x: x(index), y: s.height - 10, "text-anchor": "middle" }, String(label)));
}

function talkLine(rounds, talkFrom, talkWord, x, s) {
  const index = rounds.indexOf(talkFrom);
  if (index < 1) return [];
  const at = (x(index - 1) + x(index)) / 2;
  const line = svg("line", { class: "talk", x1: at, x2: at, y1: s.top - 8, y2: s.height - s.bottom });
  return s.named ? [line, svg("text", { class: "tick talk-word", x: at + 5, y: s.top - 8 }, talkWord)] : [line];
}

function drawn({ kind, values }, x, y, s) {
  const points = values.map((value, index) => (value === null ? null : [x(index), y(value)])).filter(Boolean);
  const line = svg("polyline", { class: `line ${kind}`, points: points.map((point) => point.join(",")).join(" ") });
  const alone = points.length === 1 ? 4.5 : s.point;
  return [line, ...(alone ? points.map(([cx, cy]) => svg("circle", { class: `point ${kind}`, cx, cy, r: alone })) : [])];
}

/** The names at the ends of the lines, pushed apart where lines end close together. */
function names(series, x, y, write, s) {
  const low = s.height - s.bottom + 6;
  const ends = series
    .map(({ name, kind, values }) => ({ name, kind, at: values.length - 1, value: values.at(-1) }))
    .filter(({ value }) => value !== null && value !== undefined)
    .map((end) => ({ ...end, y: y(end.value) }))
    .sort((one, other) => one.y - other.y);
  for (let i = 1; i < ends.length; i += 1) ends[i].y = Math.max(ends[i].y, ends[i - 1].y + s.gap);
  for (let i = ends.length - 1, most = low; i >= 0 && ends[i].y > most; i -= 1, most -= s.gap) ends[i].y = most;
  return ends.map((end) => {
    const text = s.named ? `${end.name} ${write(end.value)}` : write(end.value);
    return svg("text", { class: `line-name ${end.kind}`, x: x(end.at) + (s.point ? 12 : 7), y: end.y + 5 }, text);
  });
}
