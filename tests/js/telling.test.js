/* Which street tells the room something. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { mayTell, nextTelling, tellingNow } from "../../static/js/state/telling.js";

const tellings = [{ of: 4 }, { of: 1 }, { of: 7 }];

test("another street is the next, and the first again after the last", () => {
  assert.equal(nextTelling({ tellings, told: 4 }).of, 1);
  assert.equal(nextTelling({ tellings, told: 7 }).of, 4);
});

test("where nothing is told, the first comes next", () => {
  assert.equal(tellingNow({ tellings, told: null }), null);
  assert.equal(nextTelling({ tellings, told: null }).of, 4);
});

test("it is offered where the big screen tells it", () => {
  const at = (phase, part = "wall") => mayTell({ tellings, phase, debrief: { part } });
  assert.deepEqual([at("agree"), at("outcome"), at("debrief", "finale")], [true, true, true]);
  assert.deepEqual([at("time_out"), at("debrief"), mayTell({ tellings: [], phase: "agree" })], [false, false, false]);
});
