/* Two plots of the nursing home, eating together and getting out: each a function of how it looks (`t`, 0–1) and of
 * its band (0–3), within 200 × 130. Kinds and counts change with the band, size, light and roundness flow with `t`. */
import { child } from "../figures.js";
import { at, clip, disc, faded, keyed, oval, path, rect, times, turned } from "../node.js";
import { bench, blades, potted, room, shutter, steam } from "../things.js";
import { frame, hedge, person, seat } from "./care_things.js";

/* One tray in the dark, two in a hurry, a pan in the middle, a laid table with visitors. */
const SEATS = [-68, 25, -25, 68, 0];
const CLOTH = `M-86 -46H86V-28${"l-12 -6l-12 6".repeat(7)}l-4 -2Z`;
function meals(t, { band, detail }) {
  const company = [1, 2, 3, 5][band];
  const size = detail ? 0.92 : 1.05;
  const guest = (i) => {
    if (i === 4) return child(0, -34, 1, detail, 0.9);
    return i === 3 ? person("passer", SEATS[i], -32, 2, detail, size) : person("elder", SEATS[i], -30, i, detail, size);
  };
  const plate = (x) =>
    band > 1
      ? path(`M${x - 10} -50h20q-2 6 -10 6t-10 -6Z`, "pot")
      : path(`M${x - 15} -46h30v-3h-30ZM${x - 10} -49a10 9 0 0 1 20 0Z`, "blade");
  return [
    room(-90, -124, 180, 98, t * 1.15),
    detail > 0 && [disc(-68, -106, 12, "trim"), path("M-68 -113v7h5", "clock"), path("M0 -124v14", "pole thin")],
    path("M-20 -98A20 14 0 0 1 20 -98Z", "knob"),
    detail > 0 && path("M-14 -96h28l22 44h-72Z", "glow", faded(t * 0.8)),
    times(5, (i) => (i < company ? keyed(`eat${i}`, guest(i)) : keyed(`seat${i}`, seat(SEATS[i], -30)))),
    band > 1 ? keyed("cloth", path(CLOTH, "paper")) : keyed("bare", path("M-74 -40V-26M74 -40V-26", "pole thin")),
    rect(-86, -48, 172, 7, "board"),
    times(detail ? company : 0, (i) => keyed(`plate${i}`, plate(SEATS[i]))),
    band > 1 && keyed("pan", path("M-4 -66H32Q34 -50 22 -50H6Q-6 -50 -4 -66ZM-2 -68Q14 -84 30 -68Z", "pot")),
    band > 2 && detail > 0 && keyed("steam", steam(38, -80)),
    band < 2 && keyed("shutter", at(0, 0, shutter(-90, -124, 180, clip(0.9 - t * 2.2) * 48))),
    detail > 0 && path("M-46 -124V-26M46 -124V-26", "trimline"),
    rect(-102, -24, 204, 9, "stone"),
    at(
      -58,
      10,
      path("M-36 12H36V-4H-36Z", "clay"),
      hedge(-10, 12, t, 4, detail),
      times([0, 1, 3, 5][band], (i) =>
        keyed(`f${i}`, disc(-26 + i * 13, -14 - (i % 2) * 8, detail ? 6 : 8, `flower-${detail ? i % 2 : 0}`)),
      ),
    ),
    potted(84, 22, t),
  ];
}
const spill = () => [
  turned(
    -74,
    70,
    36,
    path("M-20 0V-60M20 0V-60M-20 -12H20M-20 -34H20M-20 -56H20", "wheel"),
    disc(-20, 3, 5, "ink"),
    disc(20, 3, 5, "ink"),
  ),
  oval(-22, 38, 44, 9, "leaf"),
  path("M-52 34l10 -14l7 13ZM-10 44l14 -7l-4 12ZM18 36l11 -5l3 8Z", "shard"),
];
/* Mopped up, the plates back on the trolley. */
const laid = () => [
  at(
    -70,
    42,
    path("M-20 0V-60M20 0V-60M-20 -12H20M-20 -34H20M-20 -56H20", "wheel"),
    disc(-20, 3, 5, "ink"),
    disc(20, 3, 5, "ink"),
    times(3, (i) => path(`M-14 ${-14 - i * 22}h28l-6 -6h-16Z`, "pot")),
  ),
];

/* Everything parked before a shut door, somebody on a chair in the hall, a bench and a walk, everybody out. */
const wheels = (x, y) =>
  at(x, y, path("M-16 -40V-16H14L18 0M-16 -40h-8", "wheel"), disc(-6, -8, 14, "wheel"), disc(18, -2, 5, "wheel"));
const dog = (x, y) =>
  at(
    x,
    y,
    path("M-14 0V-12H10V0M-14 -10q-6 -4 -8 -10", "bench"),
    path("M-17 -18H8Q8 -26 16 -26L24 -20Q22 -14 14 -13L12 -8H-17Z", "board"),
  );
function outings(t, { band, detail }) {
  const size = detail ? 0.86 : 1;
  const leaf = clip(1.1 - t * 1.3) * 30;
  return [
    room(44, -104, 40, 44, t),
    room(-55, -105, 62, 105, t),
    rect(-55, -105, leaf, 105, "door"),
    rect(7 - leaf, -105, leaf, 105, "door"),
    path("M-76 -112L-66 -128H18L28 -112Z", band < 2 ? "awning poor" : "awning"),
    path("M-49 -112l3 -16h16l-1 16ZM-15 -112v-16h16l3 16Z", "trim"),
    path("M-66 0H18L64 26H-108Z", "stone"),
    detail > 0 && path("M22 -2V-26L74 4V26", "wheel"),
    turned(
      band < 1 ? -14 : 0,
      -86,
      2,
      path("M0 8V-92", "pole thin"),
      path("M2 -90H18L26 -82L18 -74H2ZM-2 -70H-10L-17 -62L-10 -54H-2Z", "plank"),
    ),
    detail > 0 && rect(38, -56, 52, 6, "stone"),
    band < 1 &&
      keyed("barrier", at(0, 0, path("M-74 8H30M-74 -14H30", "spark"), path("M-66 20V-24M22 20V-24", "pole thin"))),
    times([3, 2, 1, 0][band], (i) => keyed(`park${i}`, frame(40 + i * 26, 14))),
    band === 1 && keyed("sitter", at(0, 0, seat(-80, 16), person("elder", -80, 4, 0, detail, size))),
    band > 1 &&
      keyed(
        "bench",
        at(
          0,
          0,
          bench(-76, 20, false),
          person("elder", -88, 8, 1, detail, size),
          band > 2 && keyed("friend", person("passer", -60, 8, 3, detail, size)),
        ),
      ),
    band > 1 &&
      keyed(
        "walk",
        at(0, 0, person("passer", -24, 12, 1, detail, size), person("elder", 2, 14, 2, detail, size), frame(28, 16)),
      ),
    band > 2 &&
      keyed(
        "ride",
        at(
          0,
          0,
          person("passer", 60, 12, 2, detail, size),
          person("elder", 84, 4, 3, detail, size * 0.9),
          wheels(86, 18),
        ),
      ),
    band > 2 && keyed("dog", dog(-46, 26)),
    path(blades(-104, 104, 12, 20, (1 - t) * 40, 17), "weed", faded(band < 2 ? 1 : 0)),
  ];
}
const tipped = () => [turned(82, 34, 36, wheels(0, 0)), disc(84, 42, 13, "wheel")];
/* Upright again, its wheel on, the wrench beside it. */
const righted = () => [wheels(-66, 38), path("M-34 34l20 6", "tool"), disc(-36, 33, 4, "pan")];

export default {
  meals: {
    scene: meals,
    trouble: spill,
    mended: laid,
    tool: "tray",
    sign: "M-12 -1H12A12 11 0 0 1 -12 -1ZM-5 -5Q-8 -8 -5 -12M4 -5Q1 -8 4 -12",
  },
  outings: {
    scene: outings,
    trouble: tipped,
    mended: righted,
    tool: "case",
    sign: "M-2 13V-12H2V13ZM2 -11H10L14 -7L10 -3H2ZM-2 -2H-10L-14 2L-10 6H-2Z",
  },
};
