/* Lines under a row of streets, a point under every street, on one axis from 0 to 100. */
import { lastOf } from "../../../state/lists.js";
import { picture, svg } from "../../shared/svg.js";
import { hundred } from "../../../state/series.js";

const WIDE = 1200; // whatever the number of rounds, so that the numbers stay as large
const TOP = 70; // room for the number over the highest point
const BELOW = 30;
const APART = 46; // between two names at the ends of lines
const TICKS = 76; // how wide the numbers of the axis are, under which no line begins
const OVER = 24; // from a point to the foot of its number
const SPOT = 46; // half of what lies around a place where something is to be seen
const GAP = 24; // from the last point to its name
const NAMED = 300 + GAP; // how wide a name and its number are at most, with the gap before them

/** How many columns beside those of so many streets the names at the ends of lines take. */
export const nameColumns = (streets) => Math.max(2, Math.ceil((NAMED * streets - WIDE / 2) / (WIDE - NAMED)));

/** Among how many streets without names beside them each would have as much room for its own: less is around it. */
export const roomOf = (streets) => streets + nameColumns(streets) - 1;

/** `lines` are {kind, values (0–1), name?, isSoft?}, each with as many values as there are streets. A single line has
 * its numbers over its points; more of them have name and number at their end, in columns that the row of streets
 * leaves free. A soft one was there before and stays behind. `marks` are places where something is to be seen, as
 * {at, value}; `ends` what the first and the last point are called, where no street above says it.
 * With `between` the room between two lines is drawn; `top` is free over the highest point. */
export function streetLine(title, lines, options = {}) {
  const { width = WIDE, height = 330, top = TOP, marks = [], ends = [], between = false } = options;
  const isSingle = lines.length === 1 && !lines[0].name;
  const streets = lines[0].values.length;
  const columns = streets + (isSingle ? 0 : lines.some(({ name }) => name) ? nameColumns(streets) : 1);
  // A point lies under its street, but where the first would lie on the numbers of the axis: then they are closer.
  const [first, end] = [Math.max(TICKS, (width / columns) * 0.5), (width / columns) * (streets - 0.5)];
  const x = (index) => Math.round(first + (index * (end - first)) / Math.max(1, streets - 1));
  const below = ends.length ? 2 * BELOW : BELOW;
  const y = (value) => Math.round(height - below - (height - below - top) * value);
  const description = lines.map(({ name, values }) =>
    [name, values.map(hundred).join(", ")].filter(Boolean).join(": "),
  );
  // What lies around the last point is not under its name, where there is room for that.
  const room = width - x(streets - 1) - (NAMED - GAP);
  const gap = marks.some(({ at }) => at === streets - 1) ? Math.max(GAP, Math.min(SPOT + GAP / 2, room)) : GAP;
  const rest = lines.filter(({ isSoft }) => isSoft);
  const drawn = picture(
    width,
    height,
    title,
    description.join(". "),
    svg("rect", { class: "under-water", width, height }),
    ...axis(x(0), x(streets - 1), y, isSingle),
    ...ends.map((name, i) => text(`under-tick at-end-${i}`, x(i ? streets - 1 : 0), height - 12, name)),
    ...(between ? [roomBetween(lines, x, y)] : []),
    ...marks.map(({ at, value }) => svg("circle", { class: "under-spot", cx: x(at), cy: y(value), r: SPOT })),
    ...[...rest, ...lines.filter(({ isSoft }) => !isSoft)].flatMap((line) => drawnLine(line, x, y)),
    ...(isSingle ? numbers(lines[0], x, y) : names(lines, x(streets - 1) + gap, y)),
  );
  drawn.classList.add("under-line");
  return drawn;
}

/* Where numbers stand over the points, the one in the middle would read as one of them. */
function axis(from, to, y, isSingle) {
  return (isSingle ? [0, 1] : [0, 0.5, 1]).flatMap((value) => {
    const text = svg("text", { class: "under-tick", x: 8, y: y(value) - 6 });
    text.append(hundred(value));
    return [svg("line", { class: "axis", x1: 0, x2: to, y1: y(value), y2: y(value) }), text];
  });
}

function roomBetween([one, other], x, y) {
  const there = one.values.map((value, index) => `${x(index)},${y(value)}`);
  const back = other.values.map((value, index) => `${x(index)},${y(value)}`).reverse();
  return svg("polygon", { class: "under-between", points: [...there, ...back].join(" ") });
}

function drawnLine({ kind, values, isSoft }, x, y) {
  const points = values.map((value, index) => `${x(index)},${y(value)}`).join(" ");
  const soft = isSoft ? " soft" : "";
  return [
    svg("polyline", { class: `line ${kind}${soft}`, points }),
    ...values.map((value, index) => svg("circle", { class: `point ${kind}${soft}`, cx: x(index), cy: y(value), r: 9 })),
  ];
}

/* Over its point; the line of 100 stops at one that stands on it. */
function numbers({ values }, x, y) {
  return values.map((value, index) => text("under-value", x(index), y(value) - OVER, hundred(value)));
}

/* Those that end close together are pushed apart, the lowest first. */
function names(lines, right, y) {
  const ends = lines
    .map(({ kind, name, values }) => ({
      kind,
      at: y(lastOf(values)),
      told: `${name ?? ""} ${hundred(lastOf(values))}`.trim(),
    }))
    .sort((one, other) => other.at - one.at);
  ends.forEach((end, i) => {
    if (i) end.at = Math.min(end.at, ends[i - 1].at - APART);
  });
  return ends.map(({ kind, at, told }) => text(`under-name ${kind}`, right, at + 12, told));
}

function text(className, x, y, told) {
  const made = svg("text", { class: className, x, y });
  made.append(told);
  return made;
}
