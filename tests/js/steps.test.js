import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

const structure = {
  steps: { feeling: ["wall"], happened: ["luck", "dice", "courses"], lines: ["lines", "turns"], tomorrow: ["wall"] },
  short_path: ["feeling", "lines", "tomorrow"],
  of_one_table: ["courses"],
};
bring({ structure });
const { ALL_STEPS, nextPicture, partsOf, previousPicture, stepsOf } = await import("../../static/js/state/steps.js");

/* Every picture that the button leads to, from the first one on. */
function way(view, tables) {
  const found = [];
  for (let at = { ...view, ...first(tables) }; at; at = next(at, tables)) found.push(`${at.step}.${at.part}`);
  return found;
}

const first = (tables) => ({ step: ALL_STEPS[0], part: partsOf(ALL_STEPS[0], tables)[0] });
const next = (view, tables) => {
  const picture = nextPicture(view, tables);
  return picture && { ...view, ...picture };
};

test("the button goes through every picture of one table", () => {
  assert.deepEqual(way({}, 1), [
    "feeling.wall",
    "happened.luck",
    "happened.dice",
    "happened.courses",
    "lines.lines",
    "lines.turns",
    "tomorrow.wall",
  ]);
});

test("what is of one table is left out for several", () => {
  assert.deepEqual(partsOf("happened", 2), ["luck", "dice"]);
  assert.equal(way({}, 2).includes("happened.courses"), false);
});

test("the short path leaves steps out, and one that is off it goes on with the next that is on it", () => {
  assert.deepEqual(stepsOf({ short: true }), ["feeling", "lines", "tomorrow"]);
  assert.deepEqual(way({ short: true }, 1), ["feeling.wall", "lines.lines", "lines.turns", "tomorrow.wall"]);
  assert.deepEqual(nextPicture({ short: true, step: "happened", part: "courses" }, 1), {
    step: "lines",
    part: "lines",
  });
});

test("back is the way on, the other way round", () => {
  for (const view of [{}, { short: true }]) {
    const pictures = way(view, 1).map((code) => code.split("."));
    for (const [index, [step, part]] of pictures.entries()) {
      const before = previousPicture({ ...view, step, part }, 1);
      assert.deepEqual(before && [before.step, before.part], pictures[index - 1] ?? null);
    }
  }
});

test("a step that is not known has no pictures", () => {
  assert.deepEqual(partsOf("unknown", 1), []);
});
