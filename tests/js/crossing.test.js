/* Where ownership and expectation cross. */
import assert from "node:assert/strict";
import test from "node:test";

import { crossingOf, sideOf } from "../../static/js/state/crossing.js";

const story = (...values) => {
  const [start, ...rounds] = values.map(([ownership, expectation]) => ({ ownership, expectation }));
  return { start, rounds: rounds.map((round, index) => ({ ...round, round: index + 1 })) };
};

test("a crossing is told in the round in which expectation came to lie higher, where it stays there", () => {
  const found = crossingOf(story([0.5, 0.4], [0.5, 0.5], [0.3, 0.5], [0.2, 0.6]));
  assert.deepEqual(found, { above: "expectation", round: 2, at: 1, value: 0.5 });
  const between = crossingOf(story([0.6, 0.4], [0.4, 0.6]));
  assert.deepEqual([between.round, between.at.toFixed(2), between.value.toFixed(2)], [1, "0.50", "0.50"]);
});

test("of several crossings the last one is told: here what is theirs came above again", () => {
  const found = crossingOf(story([0.6, 0.4], [0.4, 0.6], [0.6, 0.5]));
  assert.deepEqual([found.above, found.round], ["ownership", 2]);
});

test("nothing crosses where one lay higher all along, or they only began together", () => {
  assert.equal(crossingOf(story([0.5, 0.6], [0.4, 0.6])), null);
  assert.equal(crossingOf(story([0.5, 0.5], [0.4, 0.6])), null);
  assert.equal(crossingOf(story([0.6, 0.4], [0.7, 0.4])), null);
});

test("lines that end close together have not crossed; else one lies higher all along", () => {
  const near = story([0.5, 0.4], [0.48, 0.5], [0.51, 0.53]);
  assert.deepEqual([crossingOf(near), sideOf(near)], [null, "close"]);
  assert.equal(sideOf(story([0.5, 0.4], [0.7, 0.4])), "ownership");
  assert.equal(sideOf(story([0.4, 0.5])), "expectation");
});
