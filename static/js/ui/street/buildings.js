/* The municipality's and the professionals' buildings, and the purse in its window. Who may not see how much is in
 * it sees a safe, the same whatever it holds; that it is empty is for everybody to see. */
import { at, disc, g, keyed, noise, path, rect, round, times, turned } from "./node.js";
import { shutter } from "./things.js";
import { pane } from "./windows.js";

const MOST_COINS = 8;
const MOST_SHEETS = 12;

/* The purse: coins, and what was spent as dashed outlines; a shutter when it is empty. */
function purse(half, data, detail) {
  const [left, wide] = [-half + 14, half * 2 - 28];
  if (data.empty) return [rect(left, -122, wide, 88, "vault"), keyed("shut", g("", shutter(left, -122, wide, 88)))];
  if ((data.reserve ?? null) === null) return safe(left, wide, half);
  const coins = Math.max(0, Math.round(data.reserve));
  const shown = Math.min(MOST_COINS, Math.max(coins, Math.round(data.reserveBefore ?? 0)));
  const notches = times(4, (j) => `M${round((j - 1.5) * half * 0.14)} 5v6`).join("");
  const coin = (i) =>
    at(
      (i < 4 ? -0.46 : 0.46) * (half - 8) + (i % 2) * 3,
      -52 - (i % 4) * 17,
      rect(half * -0.33, 0, half * 0.66, 16, i < coins ? "coin" : "coin spent", { rx: 6 }),
      detail > 0 && i < coins && path(notches, "euro"),
    );
  return [rect(left, -122, wide, 88, "vault"), times(shown, (i) => keyed(`c${i}`, coin(i)))];
}

function safe(left, wide, half) {
  const r = Math.min(30, half * 0.42);
  return [
    rect(left, -122, wide, 88, "safe"),
    disc(0, -76, r, "safe-wheel"),
    path(`M0 ${round(-76 - r)}v${round(r * 2)}M${round(-r)} -76h${round(r * 2)}`, "safe-spoke"),
    disc(0, -76, r * 0.3, "safe-hub"),
  ];
}

function scaffold(half) {
  const posts = `M${-half} 20V-244M${half} 20V-244M0 20V-244`;
  return path(
    `${posts}M${-half - 8} -60H${half + 8}M${-half - 8} -146H${half + 8}M${-half} -60L0 -146M0 -60L${half} -146`,
    "scaffold",
  );
}

/** The municipality's building, in the world's dress; all sheets of paper stand before it as a stack. */
export function hall(world, width, data, detail) {
  const half = width / 2 - 8;
  const lit = data.lobby?.municipality ?? [];
  const cell = (half * 2) / 3;
  const sheets = data.tasks.reduce((sum, task) => sum + task.sheets, 0);
  const office = (i) =>
    pane(`h${i}`, -half + cell * i + cell / 2 - 14, -194, 28, 34, lit[i] ? "taken" : "home", { detail });
  const sheet = (i) =>
    turned((noise(i) - 0.5) * 9, half - 22 + (noise(i + 5) - 0.5) * 6, 26 - i * 8, rect(-20, -8, 40, 8, "paper"));
  return g(
    "hall",
    world.hallTop(half, detail),
    rect(-half, -214, half * 2, 214, "hall-wall"),
    rect(-half - 6, -226, half * 2 + 12, 16, "hall-roof"),
    path(`M${-half - 6} -227h${half * 2 + 12}`, "snow"),
    times(3, office),
    rect(-half, -12, half * 2, 12, "plinth"),
    rect(-half + 8, -128, half * 2 - 16, 100, "trim"),
    g("purse", purse(half, data, detail)),
    disc(0, -132, 17, "coin"),
    path("M7 -139a9 9 0 1 0 0 14M-11 -134.5h13M-11 -129.5h11", "euro"),
    data.empty && keyed("scaffold", scaffold(half)),
    sheets > 0 && keyed("crate", rect(half - 48, 26, 52, 12, "board")),
    times(Math.min(MOST_SHEETS, sheets), (i) => keyed(`s${i}`, sheet(i))),
  );
}

/** The professionals' building; their lamps hang at its four windows. */
export function works(world, width, data, detail) {
  const half = width / 2 - 8;
  const wide = width * 0.32;
  const opening = (i) => {
    const [x, y] = [(i % 2 ? 1 : -1) * width * 0.21, -164 + Math.floor(i / 2) * 68];
    const upright = [-1, 1].map((side) => `M${round(x + side * width * 0.05)} ${y - 26}v50`).join("");
    return g(
      "",
      rect(x - wide / 2, y - 30, wide, 58, "trim"),
      rect(x - wide / 2 + 4, y - 26, wide - 8, 50, "glass"),
      detail > 0 && path(`${upright}M${round(x - wide / 2)} ${y - 1}h${round(wide)}`, "bar"),
    );
  };
  return g(
    "works",
    world.worksTop(half, data.lobby?.professionals ?? [], detail),
    rect(-half, -212, half * 2, 212, "works-wall"),
    rect(-half, -212, half * 2, 10, "works-roof"),
    rect(-half, -12, half * 2, 12, "plinth"),
    times(4, opening),
    world.worksDoor(half, detail),
  );
}
