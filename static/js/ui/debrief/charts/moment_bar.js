/* How often something paid a chair more and how often it was done, of all times it could be. */
import { svg } from "../../shared/svg.js";

/** A bar: of all moments the outline is how often it paid more, the filled part how often it was done. */
export function momentBar(role, { of, paid, done }) {
  const paidPart = part(role, "paid", paid / of, 1, 18);
  return barOf(part(role, "whole", 1, 1, 18), paidPart, part(role, "taken", done / of, 10, 9));
}

function part(role, kind, share, y, height) {
  return svg("rect", { class: `moment ${kind} ${role}`, x: 0.5, y, width: 99 * share, height });
}

function barOf(...parts) {
  const frame = { class: "share-bar", viewBox: "0 0 100 20", preserveAspectRatio: "none", "aria-hidden": "true" };
  return svg("svg", frame, ...parts);
}

/** Of all `of` moments those `count`, `kind` (paid, taken) as above, in a bar of its own. */
export function partBar(role, kind, count, of) {
  return barOf(part(role, "whole", 1, 1, 18), part(role, kind, count / of, 1, 18));
}
