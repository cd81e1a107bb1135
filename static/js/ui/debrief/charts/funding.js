/* A share as a bar, as under each pay. */
import { svg } from "../../shared/svg.js";

/** A share (0–1) as a bar in the colour of `kind`; where it begins is drawn, so that nothing is seen to be nothing. */
export function shareBar(share, kind) {
  const bar = svg("rect", { class: `share-fill ${kind}`, width: 100 * share, height: 10 });
  return svg(
    "svg",
    { class: "share-bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "loop-back", width: 100, height: 10 }),
    bar,
    svg("rect", { class: `share-fill ${kind}`, width: 1, height: 10 }),
  );
}
