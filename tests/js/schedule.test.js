/* Where an evening is in its plan. */
import assert from "node:assert/strict";
import test from "node:test";
import { standing } from "../../static/js/state/schedule.js";

const plan = { minutes: 67, began_ms: 1000, begins: 7, ends: 11 };
const after = (minutes) => standing(plan, plan.began_ms + minutes * 60000 + 59000);

test("the plan begins with round 1, however long people came in before", () => {
  assert.deepEqual(standing(plan, plan.began_ms - 5000), { minute: 0, late: -7 });
});

test("within its place nothing is early or late", () => {
  assert.deepEqual(after(7), { minute: 7, late: 0 });
  assert.deepEqual(after(11), { minute: 11, late: 0 });
});

test("before and behind it is told in minutes", () => {
  assert.deepEqual(after(5), { minute: 5, late: -2 });
  assert.deepEqual(after(14), { minute: 14, late: 3 });
});
