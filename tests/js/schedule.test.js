/* Where an evening is in its plan. */
import assert from "node:assert/strict";
import test from "node:test";
import { standing } from "../../static/js/state/schedule.js";

const plan = { minutes: 75, began_ms: 1000, arrived: 8, begins: 15, ends: 19 };
const after = (minutes) => standing(plan, plan.began_ms + minutes * 60000 + 59000);

test("the plan begins with arriving, whenever that was", () => {
  assert.deepEqual(standing(plan, plan.began_ms - 5000), { minute: 8, late: -7 });
});

test("within its place nothing is early or late", () => {
  assert.deepEqual(after(7), { minute: 15, late: 0 });
  assert.deepEqual(after(11), { minute: 19, late: 0 });
});

test("before and behind it is told in minutes", () => {
  assert.deepEqual(after(5), { minute: 13, late: -2 });
  assert.deepEqual(after(14), { minute: 22, late: 3 });
});
