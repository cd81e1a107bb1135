/* The mark of who carries a task: a circle for residents, a triangle for professionals, both for a mixed group. */
import { drawnFor, structure } from "../../state/structure.js";
import { svg } from "./svg.js";

const SHAPES = drawnFor(
  structure.holders,
  {
    residents: [["circle", { class: "mark-resident", cx: 12, cy: 12, r: 9 }]],
    together: [
      ["circle", { class: "mark-resident", cx: 7, cy: 8.5, r: 6.5 }],
      ["path", { class: "mark-professional", d: "M15.5 8 23 22H8Z" }],
    ],
    professionals: [["path", { class: "mark-professional", d: "M12 2.5 22.5 21.5h-21Z" }]],
  },
  "the holders",
);

/** The mark of `holder`, for beside or instead of its name; whoever uses it gives the name as text as well. */
export function holderMark(holder) {
  const shapes = SHAPES[holder].map(([name, attributes]) => svg(name, attributes));
  return svg("svg", { class: "holder-mark", viewBox: "0 0 24 24", "aria-hidden": "true" }, ...shapes);
}
