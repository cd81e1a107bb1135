/* Plots that fit any subject, for a world without a scene or a task without a picture of its own: a ground floor
 * that is shut up or lived in, and a place before it where people meet or do not. Four variants, by the task's
 * place in the row. */
import { child, passer } from "../figures.js";
import { at, clip, disc, faded, keyed, oval, path, rect, times, turned } from "../node.js";
import { bench, blades, bloom, bush, door, potted, room, shutter } from "../things.js";

const PEOPLE = [0, 1, 2, 4];

/* A window with a sill, its shutter down when the place is let go and up when it is kept. */
const bay = (x, wide, t) => [
  room(x, -112, wide, 74, t * 1.15),
  shutter(x, -112, wide, clip(0.95 - t * 1.4) * 74),
  rect(x - 12, -34, wide + 24, 9, "stone"),
];
const tubs = (count, from, step, detail) => times(count, (i) => keyed(`t${i}`, bloom(from + i * step, 22, i, detail)));
const litter = () => keyed("litter", at(-40, 22, path("M-14 0l12 -9l9 7l-9 6ZM22 2h15v-9h-15Z", "litter")));
const weeds = (t, band, seed) => path(blades(-98, 100, 11, 22, (1 - t) * 36, seed), "weed", faded(band < 2 ? 1 : 0));

/* A bench under the window. */
const seat = (t, { band, detail }) => [
  door(64),
  bay(-84, 92, t),
  weeds(t, band, 12),
  bench(-36, 22, band < 1),
  times(Math.min(3, PEOPLE[band]), (i) => keyed(`p${i}`, passer(-62 + i * 28, 12, i + 1))),
  band > 2 && keyed("child", child(34, 26, 2, detail)),
  potted(96, 22, t),
  tubs([0, 0, 1, 2][band], -96, 26, detail),
  band < 1 && litter(),
];
/* A table before an open door. */
const table = (t, { band, detail }) => [
  door(-62),
  bay(-18, 100, t),
  weeds(t, band, 22),
  turned(band < 1 ? 16 : 0, 26, 24, path("M-44 -26H44", "bench"), path("M-30 -24V0M30 -24V0", "pole thin")),
  band > 1 && keyed("pot", at(26, -4, path("M-9 0V-9A9 8 0 0 1 9 -9V0ZM9 -9l8 -4M-9 -9a7 6 0 0 0 0 8", "pot"))),
  times(PEOPLE[band], (i) => keyed(`p${i}`, passer([-26, 78, 6, 48][i], i > 1 ? -4 : 22, i, i > 1 ? 0.76 : 0.86))),
  tubs([0, 1, 1, 2][band], -96, 28, detail),
  band < 1 && keyed("puddle", oval(-40, 36, 34, 7, "puddle")),
];
/* A notice of who does what: a bed of plants with a path. */
const bed = (t, { band, detail }) => [
  door(0, 96),
  bay(-92, 56, t),
  bay(38, 56, t),
  path("M-104 26V14Q-104 4 -92 4H-30V26ZM30 26V4H92Q104 4 104 14V26Z", band < 2 ? "grass poor" : "grass"),
  bush(-70, -2, 24, t, 5),
  bush(70, -2, 24, t, 8),
  weeds(t, band, 31),
  tubs([0, 1, 3, 5][band], -92, 46, detail),
  times(Math.min(3, PEOPLE[band]), (i) => keyed(`p${i}`, passer([-4, 26, -34][i], 24, i + 2))),
  band < 1 && litter(),
];
/* A wide shop front. */
const shop = (t, { band, detail }) => [
  bay(-88, 120, t),
  path("M-104 -116L-94 -138H38L48 -116Z", band < 2 ? "awning poor" : "awning"),
  times(Math.min(2, PEOPLE[band]), (i) => keyed(`in${i}`, passer(-60 + i * 44, -36, i + 1))),
  rect(-100, -38, 144, 9, "stone"),
  door(74, 98),
  weeds(t, band, 41),
  band > 2 && keyed("kid", child(24, 24, 1, detail)),
  tubs([0, 1, 2, 4][band], -92, 30, detail),
  potted(40, 22, t),
  band < 1 && keyed("board", path("M-80 -92l100 40M20 -96l-100 46", "boards")),
];

/* Blown over, and put upright again. */
const fallen = () => [
  turned(-70, 10, 34, path("M-13 0L-17 -30H17L13 0Z", "clay"), path("M0 -30V-52", "stem"), disc(0, -56, 10, "weed")),
  path("M-46 40l10 -8l8 7ZM-24 34l12 -5l4 8ZM44 40l9 -9l8 8Z", "shard"),
];
const upright = () => [
  at(-66, 40, path("M-13 0L-17 -30H17L13 0Z", "clay"), path("M0 -30V-46", "stem"), disc(0, -50, 9, "flower-0")),
];

/* Signs that are no role's shape: a leaf, a drop, a star, a hand bell, a key, a flag. */
const SIGNS = [
  "M-9 10Q-12 -10 11 -11Q12 11 -9 10ZM-9 10L4 -4",
  "M0 -13Q11 1 8 7A9 9 0 0 1 -8 7Q-11 1 0 -13Z",
  "M0 -13L4 -4L13 -4L6 2L9 12L0 6L-9 12L-6 2L-13 -4L-4 -4Z",
  "M-9 7Q-6 3 -6 -3A6 7 0 0 1 6 -3Q6 3 9 7ZM-2 10H2",
  "M-5 -2A5 5 0 1 1 -4.9 -2ZM-2 -4L11 9M6 4L10 0",
  "M-8 13V-12M-8 -12H10L5 -6L10 0H-8",
];
const SCENES = [seat, table, bed, shop];

/** The plot of a task without a picture of its own, `k` its place in the row. */
export function plainPlot(k) {
  return {
    scene: SCENES[k % SCENES.length],
    trouble: fallen,
    mended: upright,
    tool: "case",
    sign: SIGNS[k % SIGNS.length],
  };
}
