/* How a quality (0–1) looks: one rule for the word and for the picture, so that the two never disagree. */
import { clip } from "./node.js";

const EDGES = [0.4, 0.6, 0.8];
/* Where in the drawing's scale (0–1) each band begins, and how much of it the band takes up: wide steps between the
 * bands and narrow ones within, so that .48 and .72 differ at the height of a thumb. */
const FROM = [0, 0.28, 0.66, 0.9];
const SPAN = [0.16, 0.14, 0.14, 0.1];

/** The band, 0–3, of a quality; the words of a task have the same four. Play is sent whole hundredths and the
 * debrief is not: both see the same street. */
export const bandOf = (quality) => EDGES.filter((edge) => Math.round(100 * quality) >= Math.round(100 * edge)).length;

/** Where in the drawing's scale a quality lies, 0 (let go) to 1 (in full bloom). */
export function lookOf(quality) {
  const band = bandOf(quality);
  const [low, high] = [[0.2, ...EDGES][band], [...EDGES, 1][band]];
  return FROM[band] + SPAN[band] * clip((quality - low) / (high - low));
}
