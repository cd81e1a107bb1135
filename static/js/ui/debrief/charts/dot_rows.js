/* A dot for each table, named by none: what is compared has a row with its name, values go to the right. Names that are
 * too long to stand beside each other under an axis. */
import { median } from "../../../state/lists.js";
import { picture, svg } from "../../shared/svg.js";

const [WIDE, HIGH, LEFT, RIGHT, TOP, BELOW, DOT] = [640, 270, 186, 18, 4, 26, 6];
const STEPS = 48; // how far apart two values are that have no room beside each other

/** `labels` are the names of the rows, `values` has for each row a number (0–1) per table, `axis` writes a number. */
export function dotRows({ title, description, labels, values, kind, axis }) {
  const high = (HIGH - TOP - BELOW) / labels.length;
  const x = (number) => LEFT + (WIDE - LEFT - RIGHT) * number;
  const y = (index) => TOP + high * (index + 0.5);
  const marks = [0, 0.5, 1].flatMap((value) => [
    svg("line", { class: "axis", x1: x(value), x2: x(value), y1: TOP, y2: HIGH - BELOW }),
    svg("text", { class: "tick", x: x(value), y: HIGH - 6, "text-anchor": "middle" }, axis(value)),
  ]);
  const rows = labels.flatMap((label, index) => [
    svg("text", { class: "tick", x: LEFT - 12, y: y(index) + 6, "text-anchor": "end" }, label),
    ...dots(values[index], { x, y: y(index), high, kind }),
    ...middle(x(median(values[index])), y(index), high),
  ]);
  return picture(WIDE, HIGH, title, description, ...marks, ...rows);
}

/* Dots of about the same value stand above each other; they come closer together where there are many. */
function dots(row, { x, y, high, kind }) {
  const columns = new Map();
  for (const value of row) {
    const column = Math.round(value * STEPS);
    columns.set(column, [...(columns.get(column) ?? []), value]);
  }
  return [...columns.values()].flatMap((column) => {
    const gap = Math.min(DOT * 2.1, (high - 2 * DOT) / Math.max(1, column.length - 1));
    return column.map((value, index) => {
      const cy = y + (index - (column.length - 1) / 2) * gap;
      return svg("circle", { class: `table-dot ${kind}`, cx: x(value), cy, r: DOT });
    });
  });
}

function middle(at, y, high) {
  return ["median around", "median"].map((kind) =>
    svg("line", { class: kind, x1: at, x2: at, y1: y - high * 0.42, y2: y + high * 0.42 }),
  );
}
