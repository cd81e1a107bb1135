/* A line with its points, a thin one without, or a band. */
import { svg, through } from "../../shared/svg.js";

/** The shapes of one line of a line chart (see line.js), where `x` and `y` place an index and a value. */
export function drawn({ kind, values, low = null, isThin = false }, x, y, s) {
  if (low) return [band(kind, values, low, x, y)];
  const points = values.map((value, index) => (value === null ? null : [x(index), y(value)])).filter(Boolean);
  const line = svg("polyline", {
    class: `line ${kind}${isThin ? " thin" : ""}`,
    points: through(points),
  });
  return isThin
    ? [line]
    : [line, ...points.map(([cx, cy]) => svg("circle", { class: `point ${kind}`, cx, cy, r: s.point }))];
}

function band(kind, high, low, x, y) {
  const points = (values) => values.flatMap((value, index) => (value === null ? [] : [[x(index), y(value)]]));
  return svg("polygon", { class: `band ${kind}`, points: through([...points(high), ...points(low).reverse()]) });
}
