/* What ran underneath, for the debrief only: a page that is still playing does not even load it.
 *
 * Ownership is light in the garden, expectation a letterbox that overflows, bureaucracy a stack of paper, trust the
 * bunting between the fronts. Nothing else in a street may look like string lights, letterboxes, stacked white
 * sheets or bunting. */
import { at, disc, faded, g, keyed, noise, oval, path, rect, round, times, turned } from "./node.js";

const STRING = [-142, -131, -129, -133, -136, -139, -144];

/** The values (0–1) of a task as things before its front; of what has no value nothing stands there. */
export function under(values) {
  const lights = Math.round(values.ownership * 7);
  const letter = (i) =>
    turned(
      (noise(i + 3) - 0.5) * 60,
      i < 4 ? -15 + i * 10 : -34 + (i - 4) * 26,
      i < 4 ? -82 : -2,
      rect(-12, -10, 24, 17, "paper"),
      path("M-12 -10L0 0L12 -10", "fold-line"),
    );
  const sheet = (i) => turned((noise(i) - 0.5) * 8, (noise(i + 9) - 0.5) * 9, -i * 9, rect(-27, -9, 54, 9, "paper"));
  const glow = ([rx, ry]) => oval(0, 50, rx, ry, "garden", faded(values.ownership ** 1.5 * 0.5));
  return keyed(
    "under",
    g(
      "under",
      [
        [106, 40],
        [72, 26],
      ].map(glow),
      path("M-92 -146Q-46 -120 0 -134T92 -146", "string"),
      times(7, (i) => disc(-84 + i * 28, STRING[i] + 12, 10, i < lights ? "bulb on" : "bulb")),
      "expectation" in values &&
        at(
          -66,
          78,
          path("M0 0V-40", "pole"),
          rect(-23, -84, 46, 44, "postbox", { rx: 7 }),
          rect(-15, -72, 30, 6, "ink"),
          times(Math.round(values.expectation * 9) - 2, (i) => keyed(`e${i}`, letter(i))),
        ),
      at(
        56,
        84,
        times(Math.round((values.bureaucracy ?? 0) * 13), (i) => keyed(`r${i}`, sheet(i))),
      ),
    ),
  );
}

/** Trust (0–1) as bunting through `spots` ({ x, y }): as many flags as there is trust, a torn line where it is
 * gone. */
export function bunting(spots, trust) {
  const sag = 12 + (1 - trust) * 34;
  return spots.slice(1).map((to, i) => {
    const from = spots[i];
    const flag = (j) => {
      const f = (j + 1) / 6;
      const x = from.x + (to.x - from.x) * f;
      const y = from.y + (to.y - from.y) * f + sag * 4 * f * (1 - f);
      const gone = noise(i * 5 + j) < trust ? "" : " gone";
      return keyed(`flag${i}-${j}`, path(`M${round(x - 11)} ${round(y)}h22l-11 26Z`, `flag-${j % 3}${gone}`));
    };
    const low = `${round((from.x + to.x) / 2)} ${round((from.y + to.y) / 2 + sag * 2)}`;
    const line = `M${round(from.x)} ${round(from.y)}Q${low} ${round(to.x)} ${round(to.y)}`;
    return keyed(`line${i}`, g("", path(line, trust < 0.3 ? "bunting torn" : "bunting"), times(5, flag)));
  });
}
