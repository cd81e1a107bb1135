/* Which circle is told of a table. */
import assert from "node:assert/strict";
import test from "node:test";
import { bring } from "./page.js";

bring({ structure: { doubted: { R1: "o_down", R2: "acc_req", R5: "o_blame", R6: "o_up" } } });
const { CIRCLES, shapeFor } = await import("../../static/js/state/circles.js");

const round = (loops) => ({ loops });
const whole = { from: 0, to: 2 };

test("a circle that built up is the same whatever loops there were", () => {
  assert.equal(shapeFor(true, whole, [round({ R2: 1 })]).code, "R6");
});

test("the strongest of leaning back, guarantees and blame is told, over the rounds of the circle alone", () => {
  const loops = [round({ R1: 0.4, R2: 0.5, R5: 0.1 }), round({ R1: 0.4, R2: 0.4, R5: 0.2 }), round({ R5: 9 })];
  assert.equal(shapeFor(false, whole, loops).code, "R2");
  assert.equal(shapeFor(false, { from: 0, to: 3 }, loops).code, "R5");
  assert.equal(shapeFor(false, whole, [round({ R1: 0.4, R2: 0.4 })]).code, "R1");
  assert.equal(shapeFor(false, whole).code, "R1");
});

test("each has four states, four verbs and one of them in doubt", () => {
  for (const { states, verbs, doubted } of CIRCLES) {
    assert.deepEqual([states.length, verbs.length, verbs.includes(doubted.verb)], [4, 4, true]);
    assert.equal(typeof doubted.constant, "string");
  }
});
