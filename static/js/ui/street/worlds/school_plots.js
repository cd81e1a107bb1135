/* The plots of the school that lie outdoors and in the hall, and all four together: each a function of how it looks
 * (`t`, 0–1) and of its band (0–3), within 200 × 130. The rooms are in school_rooms.js. */
import { child, passer } from "../figures.js";
import { at, clip, disc, faded, g, keyed, oval, path, rect, round, times, turned } from "../node.js";
import { bike, blades, room, steam } from "../things.js";
import { CLOTH, homework, library, rights, screens, shelved, shelves } from "./school_rooms.js";

const BARS = [
  "M-44 0A44 66 0 0 1 44 0M0 -66V0",
  "M-44 0A44 66 0 0 1 44 0M-22 0A22 66 0 0 1 22 0M-40 -28H4",
  "M-44 0A44 66 0 0 1 44 0M-22 0A22 66 0 0 1 22 0M0 -66V0M-40 -28H40M-27 -52H27",
];
const PLAYERS = [
  [24, 12],
  [92, 12],
  [-8, -54],
  [-48, 14],
];
const HOPSCOTCH = "M-34 36h40l4 11h-48ZM-40 50h54l5 12h-64ZM-14 36v11M-14 50v12";

/* A bent hoop and litter, one child, three, four and five games. */
function yard(t, { band, detail }) {
  const art = (i) => disc(-20 + i * 20 - (i > 1 ? 2 : 0), -88 - (i % 2) * 12, detail > 1 ? 7 : 9, CLOTH[i % 4]);
  const bin = () => [
    turned(-78, 78, 42, path("M-12 0L-15 -30H15L12 0Z", "blade"), rect(-17, -34, 34, 6, "blade")),
    path("M14 36l9 -6l5 7ZM24 46h12v-6h-12ZM2 44l7 -5l4 7Z", "paper"),
  ];
  return [
    room(-30, -116, 118, 50, t),
    detail > 0 && path("M9 -116v50M49 -116v50", "trimline"),
    times(detail > 0 ? band * 2 : 0, (i) => keyed(`art${i}`, art(i))),
    hoop(band, detail),
    band > 1 && keyed("ball", disc(band > 2 ? -42 : -60, band > 2 ? -60 : 16, detail > 1 ? 9 : 12, "screen")),
    at(-8, 10, path(BARS[Math.min(2, band)], band < 2 ? "frame worn" : "frame")),
    band < 1 && keyed("bar", path("M-32 22l44 8", "frame worn")),
    turned(
      band < 1 ? 10 : 0,
      58,
      12,
      path(band < 1 ? "M-20 -22V0M20 -22V-8" : "M-20 -22V0M20 -22V0", "pole thin"),
      rect(-28, -28, 56, 8, "screen"),
      detail > 0 && rect(-2, -38, 4, 11, "trim"),
    ),
    detail > 0 && band > 1 && keyed("pong", disc(52, -36, 4, "paper")),
    times(detail > 0 ? [0, 1, 3, 4][band] : band, (i) => keyed(`kid${i}`, child(...PLAYERS[i], i, detail))),
    path(blades(-98, 100, 12, 20, (1 - t) * 44, 31), "weed", faded(band < 2 ? 1 : 0)),
    detail > 0 && path(HOPSCOTCH, "scrawl", faded(clip(t * 1.7 - 0.6))),
    band < 1 && keyed("bin", g("", bin())),
  ];
}
const hoop = (band, detail) =>
  turned(
    band < 1 ? -11 : 0,
    -84,
    20,
    path("M0 0V-112", "pole"),
    rect(-12, -138, 52, 38, "trim"),
    detail > 0 && path("M4 -107h20v-16h-20Z", "spark"),
    path("M0 -96h30", "spark"),
    band > 0 && path("M4 -94l4 22h14l4 -22M6 -86l18 9M24 -86l-18 9", "bar"),
  );
const pane = () => [
  path("M32 -92l-16 -14M32 -92l20 -12M32 -92l-12 18M32 -92l18 14M32 -92h-24", "crackline"),
  path("M20 36l10 -15l7 13ZM44 42l16 -8l-4 12ZM-4 40l11 -5l3 8ZM66 32l5 -11l8 10Z", "shard"),
  disc(-28, 32, 13, "flower-0"),
];
/* A new pane with its sticker still on, the broom beside it, and the ball back. */
const glazed = () => [
  rect(10, -106, 44, 30, "shard"),
  path("M64 -18L54 30", "tool"),
  path("M42 28l22 5l-5 13l-22 -5Z", "case"),
  disc(-28, 32, 13, "flower-0"),
];

const CHAIRS = [-2, -44, 42, -74, 72];

/* Doors shut and chairs stacked, a guest, three in talk, a full circle with cake. */
function parents(t, { band, detail }) {
  const leaf = clip(1.15 - t * 1.35) * 88;
  const door = (x) => [
    rect(x, -124, leaf, 110, "shutter"),
    (band < 2 || detail > 0) && rect(x + leaf * 0.26, -108, leaf * 0.48, 40, "glass"),
  ];
  const guest = (i) => passer(CHAIRS[i], -20, i + 1, detail ? 0.94 : 1.05);
  const stack = times(4, (i) => `M-16 ${-28 - i * 9}h30M12 ${-28 - i * 9}v-16`).join("");
  return [
    room(-90, -124, 180, 110, t * 1.15),
    times(detail > 0 ? band * 2 : band, (i) =>
      keyed(`art${i}`, rect(-74 + i * 27, -114 + (i % 2) * 6, 17, 20, CLOTH[(i * 3) % 4])),
    ),
    rect(-90, -24, 180, 10, "stone"),
    times(band > 0 ? 5 : 0, (i) =>
      keyed(`chair${i}`, path(`M${CHAIRS[i] - 13} -20v-28h26v28M${CHAIRS[i] - 13} -34h26`, "bench")),
    ),
    band < 1 && keyed("stack", path(`${stack}M-14 -24v-6M12 -24v-6`, "bench")),
    times(detail > 0 ? [0, 1, 3, 5][band] : band, (i) => keyed(`guest${i}`, guest(i))),
    band > 0 && keyed("board", g("", buffet(detail))),
    detail > 0 && band > 1 && keyed("cup", path("M10 -34v-8h8v8Z", "pot")),
    band > 2 && keyed("cake", g("", cake(detail))),
    band > 1 && detail > 0 && keyed("steam", steam(-20, -60)),
    [-90, 90 - leaf].map(door),
    rect(-100, -14, 200, 14, "stone"),
    times(band > 1 ? 2 : band, (i) => keyed(`bike${i}`, bike(38 + i * 40, 34, false, 0.74))),
    keyed(band ? "sign" : "sign-down", turned(band ? 0 : 78, band ? -56 : -70, 26, sandwichBoard(detail))),
  ];
}
const buffet = (detail) => [
  rect(-34, -34, 68, 7, "board"),
  path("M-26 -34v-18q6 -8 12 0v18Z", "blade"),
  detail > 0 && [path("M-24 -28V-14M24 -28V-14", "pole thin"), path("M-6 -34v-8h8v8ZM-6 -40h-4v4h4", "pot")],
];
const cake = (detail) => [
  detail > 0 && path("M-6 -34v-3h34v3Z", "trim"),
  path("M-2 -37v-11a4 4 0 0 1 4 -4h18a4 4 0 0 1 4 4v11Z", "flower-0"),
  detail > 0 && path("M11 -53v-8", "trimline"),
];
const sandwichBoard = (detail) => [
  path("M-12 0V-20M12 0V-20", "pole thin"),
  rect(-17, -56, 34, 40, "deep"),
  disc(0, -38, 10, "trimline"),
  detail > 0 && path("M0 -44v6h5", "trimline"),
];
const coffee = () => [
  oval(18, 40, 52, 9, "board"),
  turned(-84, 64, 38, path("M-13 0V-40q13 -14 26 0V0Z", "blade"), path("M13 -30h9v18", "pole thin")),
  turned(96, -52, 22, path("M-13 0v-36h26v36M-13 -18h26", "bench")),
  path("M-14 42v-9h9v9ZM-6 40l9 -2M88 42v-8h8v8Z", "pot"),
];
/* The chair on its feet, the urn as well, and the mop in its bucket. */
const mopped = () => [
  at(-56, 42, path("M-13 0v-36h26v36M-13 -18h26", "bench")),
  at(-14, 42, path("M-13 0V-40q13 -14 26 0V0Z", "blade"), path("M13 -30h9v18", "pole thin")),
  path("M44 -26L56 34", "tool"),
  path("M42 16h30l-5 26h-20Z", "screen"),
];

const circle = times(6, (i) => {
  const [x, y] = [Math.cos(i * 1.047) * 10 + 3, Math.sin(i * 1.047) * 10];
  return `M${round(x)} ${round(y)}a3 3 0 1 1 -.1 -.1Z`;
}).join("");

export default {
  homework: {
    scene: homework,
    trouble: screens,
    mended: rights,
    tool: "books",
    sign: "M-1.5 10Q-7 5 -13 7V-7Q-7 -9 -1.5 -4ZM1.5 10Q7 5 13 7V-7Q7 -9 1.5 -4Z",
  },
  yard: {
    scene: yard,
    trouble: pane,
    mended: glazed,
    tool: "broom",
    sign: "M-11 -12H11V3H6V-4H-6V3H-11ZM-7 6H7L4 13H-4Z",
  },
  library: {
    scene: library,
    trouble: shelves,
    mended: shelved,
    tool: "case",
    sign: "M-12 -9H-7V10H-12ZM-4 -12H1V10H-4ZM4 -8L9 -10L14 8L9 10Z",
  },
  parents: { scene: parents, trouble: coffee, mended: mopped, tool: "tray", sign: circle },
};
