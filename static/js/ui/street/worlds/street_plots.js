/* The four plots of the street: each a function of how it looks (`t`, 0–1) and of its band (0–3), within 200 × 130.
 * Kinds and counts change with the band, size, light and roundness flow with `t`. */
import { child, elder, passer } from "../figures.js";
import { at, clip, disc, faded, keyed, noise, oval, path, rect, round, times, turned } from "../node.js";
import { bench, bike, blades, bush, door, flower, potted, room, steam, tree } from "../things.js";

/* Overgrown with a trolley in it, untidy, neat, in bloom with a blackbird. */
function green(t, { band, bare, detail }) {
  const wild = (1 - t) ** 1.3;
  const basket = "M-26 -34h44l-7 26h-30ZM-26 -34l-8 -9M-20 -22h34M-10 -34l4 26M4 -34v26";
  const trolley = () => turned(-14, -14, 20, path(basket, "wire"), disc(-12, -2, 4, "ink"), disc(8, -2, 4, "ink"));
  const blooms = detail > 1 ? [0, 2, 5, 9][band] : [0, 1, 4, 7][band];
  const spread = detail > 1 ? 9 : 7;
  const bloom = (i) =>
    flower(-92 + ((i * 5) % spread) * (184 / (spread - 1)), 22, 18 + noise(i + 2) * 14, i % 3, detail);
  const bird = "M-9 0a9 8 0 0 1 16 -4l6 2l-6 3a9 8 0 0 1 -16 1l-6 -3Z";
  return [
    door(52),
    tree(-70, 12, t, bare, 3),
    path("M-104 26V14Q-104 4 -92 4H92Q104 4 104 14V26Z", band < 2 ? "grass poor" : "grass"),
    bush(18, -8, 30, t, 9),
    bush(74, -4, 26, t, 14),
    path(blades(-100, 102, 15, 26, wild * 66, 4), "weed", faded(band < 2 ? 1 : 0)),
    band === 0 && keyed("trolley", trolley()),
    times(blooms, (i) => keyed(`f${i}`, bloom(i))),
    band > 2 && detail > 0 && keyed("bird", at(26, -36, path(bird, "bird"))),
  ];
}
const branch = () => [
  path("M-92 34C-40 20 20 40 96 18M-30 28l-18 -26M14 30l16 -28M50 28l28 12", "branch"),
  bush(-52, 0, 15, 0.1, 2),
  bush(32, 0, 17, 0.1, 6),
  bush(92, 26, 15, 0.1, 8),
];
/* Sawn up and stacked. */
const logs = () =>
  [
    [-84, 38],
    [-60, 38],
    [-72, 18],
  ].map(([x, y]) => at(x, y, disc(0, 0, 11, "log"), disc(0, 0, 5, "log-ring")));

/* A black gateway with a cat's eyes, dim, lit, lit with people on the bench. */
function safety(t, { band, detail }) {
  const dark = 1 - t;
  const light = t ** 1.5;
  const arch = "M-58 0V-90A42 42 0 0 1 26 -90V0Z";
  const scrawl = "M44 -52c8 -18 14 14 20 -4s12 12 16 -6m-32 22c10 -8 18 6 28 -4";
  const shade = clip(dark * 1.6 - 0.6) * 0.55;
  return [
    path("M-94 0V-100A94 44 0 0 1 94 -100V0Z", "night", faded(shade)),
    path("M-66 0V-90A50 50 0 0 1 34 -90V0Z", "trim"),
    path(arch, "night"),
    path(arch, "glow", faded(light * 1.2)),
    path("M-40 0V-74A24 24 0 0 1 8 -74V0Z", "deep", faded(0.9 - t * 0.72)),
    path("M-58 4H26L70 90H-112Z", "night", faded(clip(dark * 2 - 1) * 0.8)),
    path("M-58 4H26L70 90H-112Z", "glow", faded(clip(t * 2 - 0.8) * 0.8)),
    path("M62 -104L30 40H118L86 -104Z", "glow", faded(light * 0.9)),
    band < 2 && detail > 0 && keyed("eyes", at(-16, -26, disc(-6, 0, 3.2, "eye"), disc(6, 0, 3.2, "eye"))),
    band < 2 && keyed("tag", path(scrawl, "scrawl")),
    turned(
      band < 1 ? 9 : 0,
      74,
      12,
      path("M0 0V-116M0 -116h-6", "pole"),
      path("M-18 -110L-10 -126H10L18 -110Z", "ink"),
      rect(-13, -110, 26, 7, band ? "glow" : "deep"),
    ),
    bench(56, 34, band < 1),
    times([0, 0, 1, 2][band], (i) => keyed(`sit${i}`, passer(40 + i * 32, 22, i * 2 + 1))),
    detail > 0 && keyed(`bike-${band < 2}`, band < 2 ? bike(-74, 40, true) : bike(-78, 30, false)),
  ];
}
const shards = () => [
  path("M50 34l10 -15 7 13ZM70 40l16 -8 -4 12ZM30 40l11 -5 3 8ZM90 32l5 -11 8 10ZM8 34l8 -9 3 10Z", "shard"),
  path("M56 4l-10 -10M72 0v-14M86 4l11 -9", "spark"),
];
/* Swept up. */
const swept = () => [
  path("M-60 -14L-84 34", "tool"),
  path("M-92 32l16 6l-4 12h-18Z", "case"),
  path("M-62 44h30l-5 -16h-20ZM-47 28v-14", "pan"),
  path("M-56 42l8 -9l7 8ZM-44 42l7 -5l3 5Z", "shard"),
];

/* Curtains shut and papers at the door, half open, open with a visitor and tea, open with two. */
function neighbours(t, { band, detail }) {
  const curtain = band ? 8 + (1 - t) * 54 : 61;
  const visitor = (i) => passer(18 - i * 30 + (band < 3 ? -6 : 0), -29, i + 2, detail ? 0.92 : 1.05);
  const pot = "M-9 0V-9A9 8 0 0 1 9 -9V0ZM9 -9l8 -4M-9 -9a7 6 0 0 0 0 8";
  return [
    room(-85, -119, 122, 90, t * 1.1),
    elder(-54, -29, 0, 1),
    times([0, 0, 1, 2][band], (i) => keyed(`v${i}`, visitor(i))),
    path("M-38 -29V-40H26V-29Z", "stone", faded(band ? 1 : 0)),
    band > 1 && keyed("pot", at(-18, -40, path(pot, "pot"))),
    band > 2 && detail > 0 && keyed("steam", steam(-15, -60)),
    rect(-85, -119, curtain, 90, "curtain"),
    rect(37 - curtain, -119, curtain, 90, "curtain"),
    detail > 1 && path(`M${round(-85 + curtain * 0.5)} -119v90M${round(37 - curtain * 0.5)} -119v90`, "fold"),
    path("M-24 -119V-29", "trimline"),
    rect(-98, -24, 148, 9, "stone"),
    door(70, 98),
    potted(28, 22, t),
    band < 1 && keyed("papers", at(70, 14, path("M-22 0l34 -5 3 9 -34 5ZM-14 -7l34 2 -2 9 -34 -2Z", "paper"))),
    times([0, 0, 1, 3][band], (i) => keyed(`box${i}`, disc(-82 + i * 26, -32, detail > 1 ? 7 : 10, `flower-${i % 3}`))),
  ];
}
const groceries = () => [
  turned(-74, 86, 30, path("M-17 0V-36H17V0ZM-8 -36a8 11 0 0 1 16 0", "bag")),
  ...[
    [28, 26],
    [6, 32],
    [-22, 24],
  ].map(([x, y]) => disc(x, y, 9, "orange")),
];
/* Picked up and brought in. */
const brought = () => [
  ...[-9, 3, 12].map((x, i) => disc(-70 + x, 2 - (i % 2) * 5, 8, "orange")),
  at(-68, 42, path("M-19 0V-40H19V0ZM-9 -40a9 12 0 0 1 18 0", "bag")),
];

/* Swings and rungs gone, one swing, two swings, four children and a ball. */
function play(t, { band, detail }) {
  const rungs = band < 1 ? "M-22 -20h20M-22 -74h20" : "M-22 -20h20M-22 -38h20M-22 -56h20M-22 -74h20";
  const frame = band < 2 ? "frame worn" : "frame";
  return [
    detail > 0 && door(-64),
    path("M-100 26V18Q0 4 104 18V26Z", band < 2 ? "sand poor" : "sand"),
    path(blades(-98, 100, 11, 24, (1 - t) * 34, 20), "weed", faded(band < 2 ? 1 : 0)),
    path("M-94 20L-82 -100H8L20 20M-82 -100L-70 20M8 -100L-4 20", frame),
    swing(-58, "swing-a", band > 0, 2, detail, 20),
    swing(-16, "swing-b", band > 1, 0, detail, -16, band > 2),
    at(
      62,
      20,
      path("M-22 0V-92M-2 0V-92", `${frame} thin`),
      path(rungs, `${frame} thin`),
      path("M-6 -84C14 -84 16 -12 42 -6V4C6 4 4 -70 -6 -72Z", band < 2 ? "slide worn" : "slide"),
      band < 2 && keyed("crack", path("M8 -60l9 8 -8 5 10 9", "crackline")),
      path("M-26 -88H2", frame),
    ),
    band > 1 && keyed("slider", turned(16, 76, -26, child(0, 0, 1, detail))),
    band > 2 && keyed("runner", child(18, 34, 3, detail)),
    band > 1 && keyed("ball", disc(detail ? 42 : 30, 34, 10, "flower-0")),
    band < 2 && keyed("puddle", oval(-24, 36, 36, 7, "puddle")),
  ];
}
/* A swing, whole or with one chain; `kid` sits on it. */
function swing(x, key, isWhole, tone, detail, lean, kid = isWhole) {
  if (!isWhole) {
    const seat = turned(62, -6, 76, rect(-13, -3, 26, 7, "seat"));
    return keyed(`${key}-off`, at(x, -100, path("M-9 0V72M9 0V30", "chain"), seat));
  }
  const rider = kid && keyed("kid", child(0, 70, tone, detail));
  return keyed(
    key,
    turned(kid ? lean : 0, x, -100, path("M-9 0V72M9 0V72", "chain"), rect(-14, 70, 28, 7, "seat"), rider),
  );
}
const cone = (x, y) => at(x, y, path("M-15 0L-4 -34H4L15 0ZM-20 0h40", "cone"), path("M-9 -14h18", "stripe"));
const plank = () => [turned(12, -20, 30, rect(-50, -6, 92, 12, "plank")), cone(92, 44)];
/* Screwed back on, the tools still beside it. */
const screwed = () => [
  rect(-96, 30, 70, 12, "plank"),
  ...[-88, -34].map((x) => disc(x, 36, 2.6, "ink")),
  path("M-88 26h34v-14h-34ZM-78 12v-7h14v7", "case"),
];

const GATEWAY = "M-11 12V-1A11 11 0 0 1 11 -1V12H5V0A5 5 0 0 0 -5 0V12Z"; // a moon is an evening of one's own
const CUP = "M-9 -7H6V3A6 6 0 0 1 0 9H-3A6 6 0 0 1 -9 3ZM6 -4A5 4.5 0 0 1 6 4";

export default {
  green: { scene: green, trouble: branch, mended: logs, tool: "spade", sign: "M0 12V2M0 3A8 8 0 1 1 .1 3Z" },
  safety: { scene: safety, trouble: shards, mended: swept, sign: GATEWAY },
  neighbours: { scene: neighbours, trouble: groceries, mended: brought, sign: CUP },
  play: { scene: play, trouble: plank, mended: screwed, sign: "M-10 10L-6 -10H6L10 10M-3 -10V5H3V-10" },
};
