/* Two plots of the nursing home, the garden with the living room and the evenings: each a function of how it looks
 * (`t`, 0–1) and of its band (0–3), within 200 × 130. Kinds and counts change with the band, the rest flows. */
import { at, clip, disc, faded, keyed, noise, path, rect, times, turned } from "../node.js";
import { blades, bloom, flower, potted, tree } from "../things.js";
import { frame, hedge, person, seat } from "./care_things.js";

const SLIPPER = "M-8 4h15a5 5 0 0 0 0 -9h-11Z";
const slipper = (x, y, angle) => turned(angle, x, y, path(SLIPPER, "awning"));

/* Boarded up and withered, sheets off, tea, hens and dahlias with the doors open. */
const hen = (x, y, isBrown) =>
  at(
    x,
    y,
    path("M-14 -4Q-18 -18 -8 -14Q2 -12 4 -22Q12 -26 13 -16Q14 0 0 2Q-10 2 -14 -4Z", isBrown ? "clay" : "bag"),
    path("M5 -23q3 -6 6 -1M13 -17l6 2l-6 2Z", "slide"),
    path("M-2 2v7M3 2v7", "wheel"),
  );
function bed(x, foot, seed, t, { band, detail }) {
  const wild = (1 - t) ** 1.3;
  return at(
    x,
    foot,
    path(blades(-34, 34, 7, -12, 14 + wild * 44, seed), "weed", faded(band < 2 ? 1 : 0)),
    hedge(-20, 13, t, seed, detail),
    times(detail ? band : Math.min(2, band), (i) =>
      keyed(`d${i}`, flower(-24 + i * 22, -14, 22 + noise(i + seed) * 12, detail ? (i + seed) % 3 : 0, detail)),
    ),
    path("M-40 0V-16H40V0Z", "board"),
  );
}
function garden(t, { band, bare, detail }) {
  const company = [0, 1, 2, 3][band];
  const glass = "M2 -4V-90Q6 -118 42 -124H62Q96 -118 98 -90V-4Z";
  const size = detail ? 0.9 : 1.05;
  const cat = "M90 -80q-12 -2 -10 -14l-2 -8l5 3h5l5 -3l-1 10q6 6 2 12Z";
  return [
    path("M-104 30V16Q-104 6 -92 6H20V30Z", band < 2 ? "grass poor" : "grass"),
    detail > 0 && tree(-78, 8, t, bare, 5),
    path("M-4 0V-92Q0 -124 40 -130H64Q102 -124 104 -92V0Z", "trim"),
    path(glass, "deep"),
    path(glass, "glow", faded(t * 1.2)),
    path("M8 -8v-36q16 -12 32 0v36ZM62 -8v-36q16 -12 32 0v36Z", band ? "safe" : "curtain"),
    band > 0 && keyed("table", path("M44 -8v-18h14v18M40 -26h22", "bench")),
    band > 1 && detail > 0 && keyed("tea", path("M46 -28v-9h9v9Z", "pot")),
    times(Math.min(2, company), (i) => keyed(`sit${i}`, person("elder", 24 + i * 54, -8, i + 1, detail, size))),
    company > 2 && keyed("sit2", person("passer", 51, -8, 3, detail, detail ? 0.86 : 1)),
    detail > 0 && path("M2 -78H98", "trimline"),
    detail > 0 && path("M26 -118L34 -78M51 -124V-78M76 -118L68 -78M2 -8H98", "bar"),
    band < 1 && keyed("boards", path("M6 -74l42 34M46 -76l-42 38", "boards")),
    band < 2 && keyed("crack", path("M76 -70l10 14l-8 5l10 15", "crackline")),
    band > 1 && detail > 0 && keyed("cat", path(cat, "ink")),
    bed(-50, 14, 3, t, { band, detail }),
    rect(0, -4, 106, 9, "stone"),
    potted(94, 24, t),
    times([0, 0, 1, 2][band], (i) => keyed(`hen${i}`, hen(14 + i * 34, 18, i))),
    band < 1 && keyed("can", turned(104, 24, 28, path("M-12 0V-20H12V0Z", "pan"), path("M12 -6l16 -14", "tool"))),
  ];
}
const parasol = (x, y, angle) =>
  turned(
    angle,
    x,
    y,
    path("M0 0V-78", "tool"),
    path("M-40 -62Q0 -104 40 -62Z", "awning"),
    path("M-13 -62Q-10 -84 0 -83Q10 -84 13 -62Z", "trim"),
  );
const blown = () => [
  path("M22 -76l-10 -12M34 -80v-14M46 -74l12 -10", "spark"),
  parasol(-36, 40, 68),
  path("M44 36l10 -15l7 13ZM68 42l16 -8l-4 12ZM26 42l11 -5l3 8Z", "shard"),
  turned(80, 86, 28, path("M-11 0L-14 -22H14L11 0Z", "clay")),
];
/* Up again, in its foot. */
const planted = () => [parasol(-66, 42, 0), path("M-80 46v-8h28v8Z", "stone")];

/* One awake in the dark with the bell lit, a hand of patience, a visitor and a mug, cards and an accordion. */
const NICHE = "M-92 -22V-78A70 46 0 0 1 48 -78V-22Z";
const RIM = "M-100 -16V-78A78 54 0 0 1 56 -78V-16";
const GUESTS = [
  [20, 1],
  [-42, 2],
  [-6, 3],
];
function evenings(t, { band, detail }) {
  const size = detail ? 0.9 : 1.05;
  const drape = clip(1 - t * 1.3) * 30;
  const guest = ([x, tone], i) => keyed(`g${i}`, person(i ? "passer" : "elder", x, -26, tone, detail, size));
  const bellows = "M-14 2V-16L-7 -12L0 -16L7 -12L14 -16V2L7 -2L0 2L-7 -2Z";
  return [
    path(`${RIM}Z`, "trim"),
    rect(62, -104, 42, 104, "trim"),
    [NICHE, "M67 0V-99H99V0Z"].map((hollow) => path(hollow, "deep")),
    [NICHE, "M67 0V-99H99V0Z"].map((hollow) => path(hollow, "glow", faded(t))),
    detail > 0 && path("M-22 -124V-100", "pole thin"),
    path("M-46 -84A24 18 0 0 1 2 -84Z", "knob"),
    detail > 0 && path("M-40 -82H-4L26 -40H-70Z", "glow", faded(t * 0.9)),
    GUESTS.slice(0, band).map(guest),
    person("elder", -58, -24, 0, detail, size),
    band < 1 && keyed("empty", seat(26, -22)),
    path("M-52 -42H10M-21 -42V-22", "bench"),
    band > 0 && keyed("cards", path("M-44 -46l8 -9l7 5l-8 8ZM-8 -45l-2 -11h9l2 11Z", "paper")),
    band > 1 && detail > 0 && keyed("mug", path("M-30 -44v-9h9v9Z", "pot")),
    band > 2 &&
      keyed("music", at(-42, -38, path(bellows, "awning"), detail > 0 && path("M-7 -12V-2M0 -16V2M7 -12V-2", "lines"))),
    rect(-92, -124, drape, 102, "curtain"),
    rect(48 - drape, -124, drape, 102, "curtain"),
    path(`${RIM}H48V-78A70 46 0 0 0 -92 -78V-16Z`, "trim"),
    rect(-106, -24, 166, 9, "stone"),
    rect(67, -99, 32 - clip(t * 1.2 - 0.1) * 20, 99, "door"),
    rect(60, -3, 46, 7, "stone"),
    disc(83, -118, 8, band < 1 ? "alarm" : "stone"),
    band < 1 && keyed("ring", path("M70 -126l-6 -4M96 -126l6 -4M83 -133v-6", "spark")),
    band > 0
      ? keyed("slippers", at(0, 0, slipper(72, 18, 0), slipper(92, 18, 0)))
      : keyed("slipper", slipper(40, 34, -40)),
    times(detail ? band : Math.min(1, band), (i) => keyed(`pot${i}`, bloom(-80 + i * 34, 20, detail ? i : 0, detail))),
  ];
}
/* Somebody went for a walk at night: a frame on its side and a trail of slippers. */
const wandered = () => [
  turned(-76, 66, 34, frame(0, 0)),
  times(4, (i) => slipper(-70 + i * 26, i % 2 ? 50 : 40, i % 2 ? 6 : -6)),
];
const back = () => [frame(-72, 40), slipper(-44, 42, 0), slipper(-24, 42, 0)];

export default {
  garden: {
    scene: garden,
    trouble: blown,
    mended: planted,
    tool: "spade",
    sign: "M0 13V0M-9 -10Q-5 -6 -4 -8L0 -13L4 -8Q5 -6 9 -10V-4A9 8 0 0 1 -9 -4Z",
  },
  evenings: {
    scene: evenings,
    trouble: wandered,
    mended: back,
    tool: "tray",
    sign: "M-12 -6L0 -10L5 9L-7 13ZM4 -12L13 -9L9 8L7 7Z",
  },
};
