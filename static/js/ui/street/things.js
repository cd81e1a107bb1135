/* Things that grow and stand in more than one world. */
import { at, disc, el, faded, noise, path, rect, round, times, turned } from "./node.js";

/** A round thing that gets spikes when it is let go; the same number of points always, so one shape flows into the
 * other. */
export function blob(cx, cy, r, wild, seed, flat = 1) {
  const points = times(26, (i) => {
    const spike = i % 2 ? 1 + wild * (0.16 + noise(seed + i) * 0.34) : 1 - wild * 0.2 * noise(seed + i * 3);
    const angle = (i / 26) * Math.PI * 2;
    return `${round(cx + Math.cos(angle) * r * spike)} ${round(cy + Math.sin(angle) * r * spike * flat)}`;
  });
  return `M${points.join("L")}Z`;
}

/** Blades of grass and weeds between two places, each at most `height` tall. */
export function blades(from, to, count, foot, height, seed) {
  const blade = (i) => {
    const x = from + ((to - from) * (i + 0.5)) / count;
    const tall = height * (0.45 + noise(seed + i) * 0.55);
    const tip = x + (noise(seed + i * 7) - 0.5) * 26;
    return `M${round(x - 5)} ${foot}L${round(tip)} ${round(foot - tall)}L${round(x + 5)} ${foot}Z`;
  };
  return times(count, blade).join("");
}

export function tree(x, foot, t, bare, seed) {
  const wild = (1 - t) ** 1.3;
  const lean = 1 - t;
  const left = `L${round(-26 - lean * 8)} ${round(-100 + lean * 16)}`;
  const right = `L${round(28 + lean * 6)} ${round(-104 + lean * 26)}`;
  return at(
    x,
    foot,
    path(`M-6 0L-4 -60${left}M-4 -60L2 -118M2 -70${right}M-2 0V-60`, "branch"),
    path(blob(0, -98, bare ? 3 : 50 - lean * 2, wild, seed), "leaf dull"),
    path(blob(0, -98, bare ? 2 : 50, wild, seed), "leaf", faded(t * 1.25)),
    path(blob(-12, -112, bare ? 1 : 20, wild * 0.6, seed + 5), "leaf-light", faded(t * 1.25)),
  );
}

export function bush(x, y, r, t, seed, flat = 0.82) {
  const wild = (1 - t) ** 1.3;
  const shape = blob(x, y, r, wild, seed, flat);
  return [path(shape, "leaf dull"), path(shape, "hedge", faded(t * 1.25))];
}

/** `kind` 0 is pink, 1 white, 2 violet. */
export const flower = (x, foot, tall, kind, detail) =>
  at(
    x,
    foot,
    path(`M0 4V${round(-tall)}`, "stem"),
    disc(0, -tall, [11, 10.5, 8][detail], `flower-${kind}`),
    detail > 1 && disc(0, -tall, 3, "heart"),
  );

/** A pot whose plant droops and fades as it is forgotten. */
export function potted(x, y, t) {
  const droop = 1 - t;
  const tip = [droop * 26, -50 + droop * 30];
  return at(
    x,
    y,
    path("M-11 0L-14 -22H14L11 0Z", "clay"),
    path(`M0 -22Q${round(droop * 6)} -44 ${round(tip[0])} ${round(tip[1])}`, "stem"),
    disc(tip[0], tip[1], 6 + t * 6, t > 0.5 ? "flower-0" : "weed"),
  );
}

/** A pot with a bloom in it, `kind` as a flower's. */
export const bloom = (x, y, kind, detail) =>
  at(x, y, path("M-9 0L-11 -16H11L9 0Z", "clay"), disc(0, -24, detail ? 9 : 11, `flower-${kind % 3}`));

export const door = (x, height = 88) =>
  at(
    x,
    0,
    path(`M-25 0V${-height + 22}A25 25 0 0 1 25 ${-height + 22}V0Z`, "trim"),
    path(`M-19 0V${-height + 26}H19V0Z`, "door"),
    path(`M-19 ${-height + 20}A19 19 0 0 1 19 ${-height + 20}Z`, "glass"),
    disc(12, -30, 2.6, "trim"),
    rect(-28, -3, 56, 7, "stone"),
  );

/** A room seen through its window: dark, and lighter as `t` grows. */
export const room = (x, y, width, height, t) => [
  rect(x - 7, y - 7, width + 14, height + 14, "trim"),
  rect(x, y, width, height, "deep"),
  rect(x, y, width, height, "glow", faded(t)),
];

/** A shutter that hangs `drop` deep; as many slats at any depth, so that it slides. */
export function shutter(x, y, width, drop) {
  const slats = times(6, (i) => `M${round(x)} ${round(y + (drop * (i + 0.7)) / 6)}h${round(width)}`);
  return [rect(x, y, width, drop, "shutter"), path(slats.join(""), "slat")];
}

export const bike = (x, y, lying, scale = 1) =>
  el(
    "g",
    { transform: `translate(${x} ${y}) rotate(${lying ? 78 : 0}) scale(${scale})` },
    disc(-19, -14, 14, "wheel"),
    disc(19, -14, 14, "wheel"),
    path("M-19 -14L-8 -34H12L19 -14M-8 -34L0 -14L12 -34M-12 -40h8M12 -34v-8h7", "wheel"),
  );

export const bench = (x, y, tipped) =>
  turned(tipped ? -13 : 0, x, y, path("M-36 -17H36M-36 -32H36", "bench"), path("M-28 -17V0M28 -17V0", "pole thin"));

/** Two lines of steam. */
export const steam = (x, y) => path(`M${x - 5} ${y}c-6 -6 6 -8 0 -15m9 15c-6 -6 6 -8 0 -15`, "steam");
