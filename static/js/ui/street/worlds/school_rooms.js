/* The two rooms of the school: homework and help, and the library with its workshop. */
import { child, passer } from "../figures.js";
import { at, clip, disc, faded, g, keyed, noise, path, rect, round, times, turned } from "../node.js";
import { potted, room, shutter } from "../things.js";

/* The colours of bags, books and paintings. */
export const CLOTH = ["flower-0", "screen", "flower-2", "door"];
const SEATS = [-66, 66, -23, 23];
const satchel = (x, y, kind, detail) =>
  at(
    x,
    y,
    path("M-11 0V-19A11 10 0 0 1 11 -19V0Z", CLOTH[kind]),
    detail > 0 && [rect(-7, -13, 14, 8, "trim"), path("M-4 -29a4 4 0 0 1 8 0", "pole thin")],
  );
const openBook = (x, y) => path(`M${x - 13} ${y}l13 4l13 -4v-7l-13 4l-13 -4Z`, "paper");
const SUMS = "M-30 -108h26m-26 9h34m-34 9h20M16 -108l8 18m8 -18l-8 18";
const SCRIBBLE = "M-26 -98c10 -10 18 8 28 -2s14 6 20 0";

/* Blinds down and chairs on the tables, one child, three with help, a full table. */
export function homework(t, { band, detail }) {
  const kids = detail > 0 ? [0, 1, 3, 4][band] : band;
  const drop = (i) => clip(1.08 - t * 1.5) * (76 + noise(i + 4) * 20);
  const blind = (i) =>
    turned(band < 1 && i === 1 ? 5 : 0, [-88, -43, 45][i], -122, shutter(0, 0, [43, 86, 43][i], drop(i)));
  return [
    room(-88, -122, 176, 96, t * 1.15),
    rect(-38, -118, 76, 38, "deep"),
    detail > 0 && path(band > 1 ? SUMS : SCRIBBLE, "trimline", faded(band ? 1 : 0.4)),
    band > 1 && keyed("help", passer(0, -30, 1, detail ? 0.92 : 1.05)),
    times(kids, (i) => keyed(`kid${i}`, child(SEATS[i], -30, i, detail, 0.82))),
    rect(-84, -46, 168, 9, "board"),
    detail > 0 && path("M-74 -38V-26M74 -38V-26", "pole thin"),
    times(detail > 0 ? kids : 0, (i) => keyed(`book${i}`, openBook(SEATS[i], -48))),
    times([3, 1, 0, 0][band], (i) =>
      keyed(`chair${i}`, path(`M${[-10, -76, 56][i]} -50h20m-1 0v-24m-18 24v-24`, "bench")),
    ),
    times(3, blind),
    path("M-44 -122V-26M44 -122V-26", "trimline"),
    rect(-100, -24, 200, 9, "stone"),
    times(detail > 0 ? [0, 1, 3, 4][band] : band, (i) => keyed(`bag${i}`, satchel(-76 + i * 27, 14, i, detail))),
    potted(78, 22, t),
    band < 1 && keyed("left", g("", turned(-82, -52, 16, satchel(0, 0, 1, detail)))),
  ];
}
const trolley = () => [
  rect(-22, -46, 44, 44, "case"),
  path("M-22 -30h44M-22 -16h44", "crackline"),
  disc(-14, 3, 5, "ink"),
  disc(14, 3, 5, "ink"),
];
const laptop = (crack) => [
  path("M-20 0h40l-5 -6h-30Z", "blade"),
  path("M-15 -7l5 -24h30l-4 24Z", "deep"),
  path(crack ? "M-6 -27l7 8l-5 4l9 7" : "M-4 -19l6 6l10 -12", "trimline"),
];
export const screens = () => [
  turned(-68, 78, 34, trolley()),
  turned(-6, -44, 32, laptop(true)),
  turned(9, 2, 40, laptop(true)),
];
/* The trolley on its wheels, and both of them working. */
export const rights = () => [at(74, 38, trolley()), at(-50, 40, laptop(false)), at(4, 40, laptop(false))];

/* The spines of one colour on four shelves, as full as `fill`. */
function spines(fill, kind, detail) {
  const spine = (i) => {
    const [row, place] = [Math.floor(i / 8), i % 8];
    if ((place + row) % 4 !== kind || noise(i * 1.7 + 3) > fill) return "";
    const [tall, wide] = [round(14 + noise(i + 9) * 6), detail > 1 ? 8.5 : 10];
    return `M${round(-88 + place * 12.4)} ${-102 + row * 25}v${-tall}h${wide}v${tall}Z`;
  };
  return times(32, spine).join("");
}
const birdBox = () => [path("M-11 0V-18L0 -28L11 -18V0Z", "board"), disc(0, -12, 4, "ink")];
const HUNG = ["M0 18V0M-6 0h12", "M-5 16l8 -18l4 2l-6 18Z", "M-4 0l4 9l4 -9M0 9v9"];
const cart = (books) => [
  rect(-30, -16, 60, 5, "board"),
  path("M-30 -12v-26M-24 -10V0M24 -10V0", "pole thin"),
  disc(-22, 0, 5, "ink"),
  disc(22, 0, 5, "ink"),
  times(books, (i) => rect(-24 + i * 8, -34 + (i % 3) * 3, 7, 18 - (i % 3) * 3, CLOTH[i % 4])),
];

/* Bare shelves and a shutter down, some books, a reader and a maker, full shelves and hammering. */
export function library(t, { band, detail }) {
  const fill = [0.1, 0.42, 0.78, 1.1][band] + (t - band / 4 - 0.125) * 0.4;
  const reader = (i) => [
    child(-62 + i * 46, -22, i + 1, detail, 0.92),
    detail > 0 && path(`M${-73 + i * 46} -38l11 4l11 -4v-8l-11 4l-11 -4Z`, "paper"),
  ];
  return [
    room(-92, -124, 106, 102, t * 1.15),
    times(4, (kind) => path(spines(fill, kind, detail), CLOTH[kind])),
    path("M-92 -100h106m-106 25h106m-106 25h106", "bench"),
    times([0, 0, 1, 2][band], (i) => keyed(`read${i}`, g("", reader(i)))),
    rect(-104, -24, 130, 9, "stone"),
    workshop(t, band, detail),
    band > 0
      ? keyed("cart", at(-30, 26, cart(detail > 0 ? [0, 2, 4, 6][band] : band)))
      : keyed("crate", g("", crate())),
  ];
}
const crate = () => [
  turned(-24, -26, 30, path("M-20 0V-24H20V0Z", "plank")),
  ...[4, 22, 40].map((x, i) => turned(i * 40 - 30, x, 28, rect(-10, -6, 20, 7, CLOTH[i]))),
];
const workshop = (t, band, detail) => [
  rect(28, -114, 72, 114, "trim"),
  rect(34, -108, 60, 108, "deep"),
  rect(34, -108, 60, 108, "glow", faded(t * 1.15)),
  times(band, (i) => keyed(`tool${i}`, at(46 + i * 18, -86, path(HUNG[i], "crackline")))),
  detail > 0 && band > 0 && keyed("made", at(62, -38, birdBox())),
  rect(36, -38, 56, 8, "board"),
  detail > 0 && path("M42 -30V0M86 -30V0", "pole thin"),
  times([0, 0, 1, 2][band], (i) => keyed(`make${i}`, child(52 + i * 28, 6, i + 2, detail, 0.86))),
  shutter(34, -108, 60, clip(((1 - t) ** 1.3 * 116) / 108) * 108),
  rect(24, -118, 80, 11, "trim"),
];

/* Books that lie about: their covers, and on them the pages. */
const volumes = (places) => [
  places.map(([x, y, angle], i) => turned(angle, x, y, rect(-11, -8, 22, 8, CLOTH[i % 4]))),
  places.map(([x, y, angle]) => turned(angle, x, y, rect(-9, -6, 18, 3, "paper"))),
];
const FALLEN = [
  [-74, 42, 20],
  [-20, 48, -30],
  [12, 44, 60],
  [40, 50, 10],
  [74, 40, -40],
  [92, 48, 25],
];
const PILED = [
  [2, 44, 0],
  [40, 44, 0],
  [4, 36, 3],
  [42, 36, -3],
];
const bookcase = () => [path("M-20 0V-112H20V0Z", "plank"), path("M-15 -5V-50H15V-5ZM-15 -58V-106H15V-58Z", "deep")];
export const shelves = () => [turned(-72, 46, 36, bookcase()), ...volumes(FALLEN)];
/* The bookcase upright with its first row back, the rest in two piles. */
export const shelved = () => [
  at(
    -64,
    44,
    bookcase(),
    times(3, (i) => rect(-13 + i * 9, -28, 8, 23, CLOTH[i])),
  ),
  ...volumes(PILED),
];
