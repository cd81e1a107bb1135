/* How the streets stand on the panel's small screens: as on the big one. Knows figures, and no page. */
import { layoutOf } from "../projector/layout.js";

/** Phases in which a round is played, and an outcome that is all there. */
export const PLAY = ["agree", "act", "outcome", "whole"];
/** More streets are painted, and beside the button too small to tell apart. */
export const DRAWN = 12;
const WIDE = 2.4; // of a screen's part for streets, its width by its height, at most
export const STREET = 1064 / 474;
const STRIP = 1180 / 454;
/** A big screen's part for streets, and how much its words take there (px), to lay the small one out as the big one. */
export const BIG = {
  width: 1828,
  height: 780,
  gap: [15, 11],
  least: 37,
  word: 300,
  full: 640,
  head: 260,
  stacked: 260,
  told: 0,
};
const WORDED = 12; // with more tables a name is a number
const NUMBER = { head: 140, stacked: 86, height: 745 };
const STRIPS = 4;

/** Where `count` streets, and words with so many `lines`, stand at this phase: while a round is played as on the big
 * screen (projector/layout.js). As many as belong `together` stand beside each other. {place, columns, wide, kind}:
 * `wide` is a street's share of the width. */
export function arranged(phase, count, lines, together) {
  const columns = columnsOf(count, together);
  if (!PLAY.includes(phase) || count < 2)
    return { place: "none", columns, wide: widthOf(count, columns), kind: smallOf(count) };
  const found = layoutOf({
    ...BIG,
    ...(count > WORDED ? NUMBER : {}),
    lines,
    count,
    ratio: count > STRIPS ? STREET : STRIP,
  });
  const kind = count > STRIPS ? smallOf(count) : "strip";
  return { place: found.place, columns: found.columns, wide: found.picture / BIG.width, kind };
}

const smallOf = (count) => (count > DRAWN ? "painted" : "film");

/* As many columns as make the streets largest, and how wide each then is, as a share of the screen. */
function widthOf(count, columns) {
  return Math.min(1 / columns, STREET / WIDE / Math.ceil(count / columns));
}

/* Those that belong together stand beside each other, or all of them under each other in two rows. */
function columnsOf(count, together) {
  const beside = Array.from({ length: count / together }, (_, index) => (index + 1) * together);
  const all = together > 1 ? [...beside, count / together] : beside;
  return all.reduce((one, other) => (widthOf(count, other) > widthOf(count, one) ? other : one), together);
}
