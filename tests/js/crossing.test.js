/* Where ownership and expectation cross. */
import assert from "node:assert/strict";
import test from "node:test";

import { crossingOf } from "../../static/js/state/crossing.js";

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
