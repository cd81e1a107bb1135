/* What dice came to, beside their average. */
import assert from "node:assert/strict";
import test from "node:test";

import { dieOf, isThrown, luckOf } from "../../static/js/state/luck.js";

const story = (...tasks) => ({ rounds: [{ tasks }] });
const task = (incident, chance = 0.25, setback = false) => ({ incident, chance, setback });

test("what happened is laid beside what it was on average", () => {
  const calm = story(task(false), task(true), task(false), task(false));
  assert.deepEqual(luckOf([calm]), { kind: "about", hits: 1, of: 4, average: 1 });
  assert.equal(luckOf([story(task(true), task(true), task(true), task(false))]).kind, "more");
  assert.equal(luckOf([story(task(false, 0.9), task(false, 0.9))]).kind, "less");
});

test("what came to every table hung on no throw", () => {
  assert.deepEqual(luckOf([story(task(true, 0.25, true), task(false))]), {
    kind: "about",
    hits: 0,
    of: 1,
    average: 0.25,
  });
});

test("a setback is counted beside what hung on a throw, not among it", () => {
  assert.deepEqual([task(true), task(true, 0.25, true), task(false)].map(isThrown), [true, false, false]);
});

test("a throw has one to six pips", () => {
  assert.deepEqual([0, 0.16, 0.17, 0.99, 1].map(dieOf), [1, 1, 2, 6, 6]);
});
