/* Sky, weather and the quay. The season and the weather follow the month and nothing else: all tables share them. */
import { at, disc, g, keyed, noise, path, rect, round, times } from "./node.js";

/** The seasons' names for style sheets by month, 0 is January. */
const SEASONS = "winter winter spring spring spring summer summer summer autumn autumn autumn winter".split(" ");
const HIGH = [0.56, 0.5, 0.46, 0.38, 0.3, 0.24, 0.24, 0.28, 0.36, 0.46, 0.54, 0.58];
const BARE = [10, 11, 0, 1];
const SNOW = [11, 0, 1];
const RAIN = 10;
const KERB = 92;

export const isSnowy = (month) => SNOW.includes(month);
export const isBare = (month) => BARE.includes(month);
/** What a picture's class says of the month. */
export const seasonOf = (month) => `${SEASONS[month]}${isSnowy(month) ? " snowy" : ""}`;

/** The sky, the sun as high as it stands in that month, and the world's skyline. */
export function sky(world, { width, ground, detail }, month) {
  const cloud = ([x, y]) =>
    path(`M${round(width * x)} ${y}h120a16 16 0 0 0 0 -24h-30a26 22 0 0 0 -48 -8a24 16 0 0 0 -42 32Z`, "cloud");
  const spots = [
    [0.19, 74],
    [0.78, 52],
    [0.5, 66],
  ];
  return [
    rect(0, 0, width, ground + 4, "sky"),
    disc(width * 0.318, ground * HIGH[month], ground * 0.17, "orb"),
    detail > 0 && at(0, ground, path(world.far[0], "far"), path(world.far[1], "sails")),
    detail > 1 && g("clouds", spots.map(cloud)),
  ];
}

/** Rain in November, snow in winter; nothing in a picture too small for it. */
export function weather({ width, ground, detail }, month) {
  if (!detail || !(SNOW.includes(month) || month === RAIN)) return null;
  const drop = (i) => {
    const [x, y] = [noise(i + 1) * width, noise(i * 2 + 7) * (ground + 40)];
    return month === RAIN ? path(`M${round(x)} ${round(y)}l-6 20`, "rain") : disc(x, y, 3 + noise(i) * 2, "flake");
  };
  return keyed(`weather-${month === RAIN}`, g("weather", times(detail > 1 ? 46 : 24, drop)));
}

/** The pavement, and where there is room for it the kerb and the water. */
export function quay({ width, height, ground, detail }) {
  const deep = Math.min(KERB, height - ground);
  const ripple = (i) => `M${round(noise(i) * width)} ${ground + 116 + (i % 3) * 12}h${30 + (i % 4) * 22}`;
  const joints = times(4, (i) => `M0 ${ground + 22 + i * 18}H${width}`).join("");
  return [
    rect(0, ground, width, deep, "pave"),
    detail > 1 && path(joints, "joint"),
    rect(0, ground, width, 9, "snowbank"),
    height > ground + KERB && [
      rect(0, ground + KERB, width, 14, "kerb"),
      rect(0, ground + KERB + 14, width, height - ground - KERB - 14, "water"),
      path(times(12, ripple).join(""), "ripple"),
    ],
  ];
}
