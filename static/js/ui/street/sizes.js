/* Where everything stands, in units of the viewBox; y grows downwards, `ground` is the line on which the houses
 * stand.
 *
 * margin 10 | ■ | plots | square | plots | ▲ | margin 10; the square comes after the first half of the tasks. With
 * 3 to 6 tasks the pitch is what is left; a plot narrower than PLOT shrinks, lamps do not. */
import { times } from "./node.js";

/** What a kind of picture is for: full (one table on the projector, print), strip (phone, two tables), film and
 * tile (many). */
export const SIZES = {
  full: { width: 1440, height: 560, ground: 412, hall: 190, works: 196, gap: 84, detail: 2 },
  strip: { width: 1180, height: 454, ground: 362, hall: 128, works: 140, gap: 68, detail: 1 },
  film: { width: 1064, height: 474, ground: 382, hall: 104, works: 128, gap: 62, detail: 0 },
  tile: { width: 1064, height: 580, ground: 488, hall: 104, works: 128, gap: 62, detail: 0 },
};
/** One task cut out of a street, for a row. */
export const CUT = { width: 212, height: 292, ground: 207 };
const MARGIN = 10;
const PLOT = 206;
/** How high over the ground a resident's lamp hangs: in the round window under the roof. Every front has one there. */
export const ATTIC = -300;

/** The places of a picture of `kind` with `count` tasks. */
export function layout(kind, count) {
  const size = SIZES[kind];
  const pitch = (size.width - size.hall - size.works - size.gap - 2 * MARGIN) / count;
  const first = Math.ceil(count / 2);
  const scale = Math.min(1, pitch / PLOT);
  const left = MARGIN + size.hall;
  const plots = times(count, (k) => left + (k + 0.5) * pitch + (k < first ? 0 : size.gap));
  return {
    ...size,
    scale,
    plots,
    pitch,
    reach: pitch / 2 / scale,
    hallX: MARGIN + size.hall / 2,
    worksX: size.width - MARGIN - size.works / 2,
    middle: left + first * pitch + size.gap / 2,
  };
}

/** The columns under a picture as shares of its width: ■, each task, the square among them, ▲; margins count with ■
 * and ▲. */
export function columns(kind, count) {
  const { width, hall, works, gap, pitch } = layout(kind, count);
  const first = Math.ceil(count / 2);
  const tasks = times(count, () => pitch / width);
  tasks.splice(first, 0, gap / width);
  return [(MARGIN + hall) / width, ...tasks, (MARGIN + works) / width];
}
