/* A dot for each table: several tables in one picture that names none of them. Rounds or answers across, values up. */
import { median } from "../../../state/lists.js";
import { picture, svg } from "../../shared/svg.js";

const SIZES = {
  full: { width: 640, height: 260, left: 44, right: 16, top: 14, bottom: 34, dot: 7, line: 17 },
  half: { width: 420, height: 190, left: 66, right: 10, top: 14, bottom: 42, dot: 6, line: 24 },
  small: { width: 360, height: 230, left: 40, right: 8, top: 12, bottom: 34, dot: 5, line: 15 },
};
const STEPS = 24;

/** `labels` stand under the columns; `values` has for each column a number per table; `axis` writes a number at the
 * side. */
export function dotChart({ title, description, labels, values, kind, max = 1, min = 0, axis, size = "full" }) {
  const s = SIZES[size];
  const step = (s.width - s.left - s.right) / labels.length;
  const x = (index) => s.left + step * (index + 0.5);
  const y = (number) => s.top + (s.height - s.top - s.bottom) * (1 - (number - min) / (max - min));
  const marks = [min, (min + max) / 2, max].flatMap((value) => [
    svg("line", { class: "axis", x1: s.left, x2: s.width - s.right, y1: y(value), y2: y(value) }),
    svg("text", { class: "tick", x: s.left - 8, y: y(value) + 5, "text-anchor": "end" }, axis(value)),
  ]);
  const names = labels.map((label, index) =>
    svg("text", { class: "tick", x: x(index), y: s.height - 10, "text-anchor": "middle" }, String(label)),
  );
  const columns = values.flatMap((column, index) => [
    ...dots(column, { at: x(index), step, y, min, max, kind, dot: s.dot }),
    ...middle(column, x(index), step, y),
  ]);
  return picture(s.width, s.height, title, description, ...marks, ...names, ...columns);
}

/* Dots of about the same value lie beside each other; they come closer together where there are many. */
function dots(column, { at, step, y, min, max, kind, dot }) {
  const rows = new Map();
  for (const value of column) {
    const row = Math.round(((value - min) / (max - min)) * STEPS);
    rows.set(row, [...(rows.get(row) ?? []), value]);
  }
  return [...rows.values()].flatMap((row) => {
    const gap = Math.min(dot * 2.1, (step * 0.86) / row.length);
    return row.map((value, index) =>
      svg("circle", {
        class: `table-dot ${kind}`,
        cx: at + (index - (row.length - 1) / 2) * gap,
        cy: y(value),
        r: dot,
      }),
    );
  });
}

function middle(column, at, step, y) {
  const value = y(median(column));
  return ["median around", "median"].map((kind) =>
    svg("line", { class: kind, x1: at - step * 0.45, x2: at + step * 0.45, y1: value, y2: value }),
  );
}
