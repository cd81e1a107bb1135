/* Lines over rounds, each named at its end, so that no legend is needed and colour never carries it alone. */
import { lastOf } from "../../../state/lists.js";
import { roomBefore, roundAxis } from "../../../state/round_axis.js";
import { word } from "../../../state/words.js";
import { picture, svg } from "../../shared/svg.js";
import { drawn } from "./strokes.js";

const WALL = {
  width: 320,
  height: 216,
  left: 68,
  right: 92,
  top: 14,
  bottom: 40,
  gap: 29,
  point: 6,
  letters: 28,
  named: false,
  ends: true,
};

/* Measures of the picture: one that stands alone, one on a phone, and those of several tables on a wall (`tall` in
 * a single row), where letters are large for the picture (`letters`) and only the first and the last round are
 * named. The ends are `named` (name and value) or only valued, where a key above all pictures gives the names. */
const SIZES = {
  full: {
    width: 640,
    height: 260,
    left: 44,
    right: 190,
    top: 22,
    bottom: 34,
    gap: 21,
    point: 4.5,
    letters: 17.5,
    named: true,
  },
  flat: {
    width: 640,
    height: 166,
    left: 50,
    right: 190,
    top: 12,
    bottom: 40,
    gap: 24,
    point: 4,
    letters: 22,
    named: true,
  },
  small: {
    width: 380,
    height: 214,
    left: 40,
    right: 50,
    top: 14,
    bottom: 32,
    gap: 21,
    point: 4.5,
    letters: 15,
    named: false,
  },
  wall: WALL,
  tall: { ...WALL, height: 400 },
};

/** `series` are {name, kind, values} with null for a round without a value; `rounds` the labels under the axis;
 * `max` the top of the axis (its bottom is `min` or 0); `axis` and `value` write a number there and at the end of a
 * line; `talkFrom` is the label at which talking began; `size` is full, flat, small, wall or tall. A line with
 * `isThin` lies behind the others, without a name at its end, and as a band where it also has `low` values; one with
 * `write` has its own way to write its last value. `nameRoom` is room for longer names. */
export function lineChart({
  title,
  description,
  rounds,
  series,
  max,
  min = 0,
  axis,
  value = axis,
  talkFrom = null,
  talkWord = "",
  size = "full",
  nameRoom = 0,
}) {
  const s = sized(SIZES[size], rounds, nameRoom);
  const across = (s.width - s.left - s.right) / Math.max(1, rounds.length - 1);
  const x = (index) => s.left + (rounds.length === 1 ? (s.width - s.left - s.right) / 2 : index * across);
  const y = (number) => s.top + (s.height - s.top - s.bottom) * (1 - (number - min) / (max - min));
  const parts = [...grid(min, max, y, axis, s), ...labels(rounds, x, s), ...talkLine(rounds, talkFrom, talkWord, x, s)];
  for (const line of [...series].sort((one, other) => Boolean(other.isThin) - Boolean(one.isThin)))
    parts.push(...drawn(line, x, y, s));
  parts.push(
    ...names(
      series.filter((line) => !line.isThin),
      x,
      y,
      value,
      s,
    ),
  );
  return picture(s.width, s.height, title, description, ...parts);
}

/* A size with the room that its names and what its axis counts need. */
function sized(size, rounds, nameRoom) {
  const left = size.ends ? size.left : Math.max(size.left, roomBefore(word("debrief.round"), rounds, size.letters));
  return { ...size, left, right: nameRoom && size.named ? nameRoom : size.right };
}

function grid(min, max, y, axis, s) {
  const steps = [min, (min + max) / 2, max];
  if (min < 0) steps.push(0);
  return steps.flatMap((value) => {
    const line = svg("line", {
      class: value === 0 ? "axis zero" : "axis",
      x1: s.left,
      x2: s.width - s.right,
      y1: y(value),
      y2: y(value),
    });
    return [
      line,
      svg("text", { class: "tick", x: s.left - 8, y: y(value) + s.letters / 3, "text-anchor": "end" }, axis(value)),
    ];
  });
}

function labels(rounds, x, s) {
  const y = s.height - s.letters * 0.65;
  return roundAxis(rounds, word("debrief.round"), x, s.letters, s.ends).map(({ told, at, anchor }) =>
    svg("text", { class: "tick", x: at, y, "text-anchor": anchor }, told),
  );
}

function talkLine(rounds, talkFrom, talkWord, x, s) {
  const index = rounds.indexOf(talkFrom);
  if (index < 1) return [];
  const at = (x(index - 1) + x(index)) / 2;
  const line = svg("line", { class: "talk", x1: at, x2: at, y1: s.top - 8, y2: s.height - s.bottom });
  return s.named ? [line, svg("text", { class: "tick talk-word", x: at + 5, y: s.top - 8 }, talkWord)] : [line];
}

/** The names at the ends of the lines, pushed apart where lines end close together. */
function names(series, x, y, write, s) {
  const low = s.height - Math.max(s.bottom, 1.8 * s.letters); // above the rounds
  const ends = series
    .map(({ name, kind, values, write: own = write }) => ({
      name,
      kind,
      own,
      at: values.length - 1,
      value: lastOf(values),
    }))
    .filter(({ value }) => value !== null && value !== undefined)
    .map((end) => ({ ...end, y: y(end.value) }))
    .sort((one, other) => one.y - other.y);
  for (let i = 1; i < ends.length; i += 1) ends[i].y = Math.max(ends[i].y, ends[i - 1].y + s.gap);
  for (let i = ends.length - 1, most = low; i >= 0 && ends[i].y > most; i -= 1, most -= s.gap) ends[i].y = most;
  // Also of a line that ends before the others: under it stand the rounds.
  const right = x(Math.max(0, ...ends.map(({ at }) => at))) + 12;
  return ends.map((end) => {
    const text = s.named ? `${end.name} ${end.own(end.value)}` : end.own(end.value);
    return svg("text", { class: `line-name ${end.kind}`, x: right, y: end.y + s.letters / 3 }, text);
  });
}
