/* Of two figures and what they differ by, whoever subtracts gets the third. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";
import { PLAY } from "./play.js";

bring({ words: {}, structure: { ...PLAY, undercurrent: [] } });
const { changeOf } = await import("../../static/js/state/changes.js");
const { hundred } = await import("../../static/js/state/series.js");
const { isSame } = await import("../../static/js/state/voted.js");

/* Every pair of a few hundred values, those just beside a half among them. */
const VALUES = Array.from({ length: 101 }, (_, i) => i / 100)
  .flatMap((value) => [value - 0.0051, value - 0.005, value - 0.0049, value, value + 0.0031])
  .filter((value) => value >= 0 && value <= 1);

test("what two figures differ by is the difference of the figures, for any two", () => {
  for (const before of VALUES)
    for (const value of VALUES) {
      const written = Number(hundred(value)) - Number(hundred(before));
      assert.equal(changeOf(value, before), written, `${before} to ${value}`);
    }
});

test("what is written the same is the same, and nothing else is", () => {
  for (const before of VALUES)
    for (const value of VALUES) assert.equal(isSame(value, before), hundred(value) === hundred(before));
});
