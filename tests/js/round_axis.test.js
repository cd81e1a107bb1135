/* The rounds under a chart: each under its point, what they count before them, and none on another. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { roomBefore, roundAxis } from "../../static/js/state/round_axis.js";

const LETTERS = 18;
const numbers = (count) => Array.from({ length: count }, (_, index) => index + 1);
const placed = (left, across) => (index) => left + index * across;

/* From where to where a label reaches, as it is measured. */
function reach({ told, at, anchor }, letters) {
  const width = told.length * letters * 0.65;
  const from = { start: at, middle: at - width / 2, end: at - width }[anchor];
  return [from, from + width];
}

test("every round stands under its point and the name before them", () => {
  const rounds = numbers(6);
  const labels = roundAxis(rounds, "ronde", placed(70, 76), LETTERS);
  assert.deepEqual(
    labels.map(({ told }) => told),
    ["ronde", "1", "2", "3", "4", "5", "6"],
  );
  assert.deepEqual(
    labels.slice(1).map(({ at, anchor }) => [at, anchor]),
    rounds.map((_, index) => [70 + 76 * index, "middle"]),
  );
});

test("a street before round 1 has its word among them", () => {
  const labels = roundAxis(["begin", ...numbers(6)], "ronde", placed(110, 60), LETTERS);
  assert.deepEqual(
    labels.map(({ told }) => told),
    ["ronde", "begin", "1", "2", "3", "4", "5", "6"],
  );
});

test("no label lies on another or outside, at any number of rounds and any letters", () => {
  for (const letters of [14, 18, 22])
    for (const before of [[], ["begin"]])
      for (let count = 1; count <= 20; count += 1) {
        const rounds = [...before, ...numbers(count)];
        const left = roomBefore("ronde", rounds, letters);
        const labels = roundAxis(rounds, "ronde", placed(left, 300 / rounds.length), letters);
        const reached = labels.map((label) => reach(label, letters));
        assert.ok(reached[0][0] >= -0.001, `${count} rounds: the name starts at ${reached[0][0]}`);
        assert.ok(
          reached.every(([from], index) => !index || reached[index - 1][1] < from),
          `${count} rounds of ${letters}: ${JSON.stringify(labels)}`,
        );
        assert.equal(labels[labels.length - 1].told, String(rounds[rounds.length - 1]));
      }
});

test("a small drawing of many names its first and its last", () => {
  const told = (rounds) => roundAxis(rounds, "ronde", placed(0, 20), LETTERS, true).map((label) => label.told);
  assert.deepEqual(told(numbers(6)), ["ronde 1", "6"]);
  assert.deepEqual(told(["begin", ...numbers(6)]), ["begin", "ronde 6"]);
  assert.deepEqual(told([1]), ["ronde 1"]);
});
