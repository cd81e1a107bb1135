import assert from "node:assert/strict";
import { test } from "node:test";
import { beatOf, overAt, untilNext, WHOLE } from "../../static/js/state/beats.js";

const OPENED = 1_000_000;
const REVEAL = { began_ms: OPENED, beat_ms: 3000, longer_ms: 0, stopped_ms: null };
const TOLD = { ...REVEAL, longer_ms: 4000 };
const HELD = { ...REVEAL, stopped_ms: OPENED + 4000 };

test("each beat stands for its time, and then all of it", () => {
  const beats = [0, 2999, 3000, 6000, 9000, 11999, 12000, 3600000].map((ms) => beatOf(REVEAL, OPENED + ms));
  assert.deepEqual(beats, [1, 1, 2, 3, 4, 4, WHOLE, WHOLE]);
  assert.equal(beatOf(null, OPENED), WHOLE);
});

test("a pause holds the beat that is shown", () => {
  assert.equal(beatOf(HELD, OPENED + 60000), 2);
  assert.equal(untilNext(HELD, OPENED + 60000), null);
  assert.equal(overAt(HELD), null);
});

test("a clock that was set back holds nobody up, one that is a little behind shows the first beat", () => {
  assert.equal(beatOf(REVEAL, OPENED - 3600000), WHOLE);
  assert.equal(beatOf(REVEAL, OPENED - 400), 1);
});

test("the next beat is announced", () => {
  assert.deepEqual(
    [0, 2500, 9000, 12000].map((ms) => untilNext(REVEAL, OPENED + ms)),
    [3000, 500, 3000, null],
  );
  assert.equal(overAt(REVEAL), OPENED + 12000);
});

test("what went wrong stands for as long as it takes to read", () => {
  const beats = [6000, 12999, 13000, 15999, 16000].map((ms) => beatOf(TOLD, OPENED + ms));
  assert.deepEqual(beats, [3, 3, 4, 4, WHOLE]);
  assert.deepEqual([untilNext(TOLD, OPENED + 6000), overAt(TOLD) - OPENED], [7000, 16000]);
});
