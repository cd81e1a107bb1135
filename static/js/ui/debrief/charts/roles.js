/* How a role is drawn: its shape. */
import { drawnFor, structure } from "../../../state/structure.js";
import { svg } from "../../shared/svg.js";

const SHAPES = drawnFor(
  structure.roles,
  {
    municipality: ["rect", { x: 2, y: 2, width: 20, height: 20, rx: 3 }],
    resident: ["circle", { cx: 12, cy: 12, r: 10.5 }],
    professional: ["path", { d: "M12 1 23.5 22H.5Z" }],
  },
  "the roles",
);

/** The shape of a role, in a square of 24. */
export function roleShape(role) {
  const [name, attributes] = SHAPES[role];
  return svg(name, attributes);
}

/** The mark of a role: its shape, without its letter. */
export function roleMark(role) {
  return svg("svg", { class: `role-mark ${role}`, viewBox: "0 0 24 24", "aria-hidden": "true" }, roleShape(role));
}
