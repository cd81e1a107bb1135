/* From how something ended to how it would have: a ring, a line and a dot on a scale from 0 to 1. */
import { svg } from "../../shared/svg.js";

const HEIGHT = 20;

/** A drawing `width` wide, with `edge` free at both sides, from `own` to `end` (0–1); the dot has radius `dot`, the
 * ring one less. */
export function moveOf(own, end, { width, edge, dot }) {
  const x = (value) => edge + (width - 2 * edge) * value;
  const y = HEIGHT / 2;
  return svg(
    "svg",
    { class: "voted-move", viewBox: `0 0 ${width} ${HEIGHT}`, "aria-hidden": "true" },
    svg("line", { class: "axis", x1: x(0), x2: x(1), y1: y, y2: y }),
    svg("line", { class: "move", x1: x(own), x2: x(end), y1: y, y2: y }),
    svg("circle", { class: "was", cx: x(own), cy: y, r: dot - 1 }),
    svg("circle", { class: "is", cx: x(end), cy: y, r: dot }),
  );
}
