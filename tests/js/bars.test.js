import { ok } from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";
import { PLAY } from "./play.js";
import { bringSvg, written } from "./svg.js";

bring({ words: {}, structure: { ...PLAY, undercurrent: [] } });
bringSvg();
const { shareBars, strengthBars } = await import("../../static/js/ui/debrief/charts/bars.js");
const ALL = 102; // units that "100%" takes on a wall

const percent = (share) => `${Math.round(100 * share)}%`;
const usual = { title: "", description: "", rounds: [1, 2], percent };

for (const size of ["wall", "tall"])
  test(`a last figure of all there is fits its picture (${size})`, () => {
    for (const drawn of [
      shareBars({ ...usual, shares: [0.5, 1], names: {}, size }),
      strengthBars({ ...usual, values: [0.5, 1], now: 1, size }),
    ]) {
      const [, wide] = written(drawn).match(/viewBox="0 0 (\d+) /);
      const [, x] = written(drawn).match(/class="line-name [^>]* x="(\d+)"/);
      ok(Number(x) + ALL <= Number(wide));
    }
  });
