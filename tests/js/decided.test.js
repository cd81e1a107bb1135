/* What was decided beside what was done. */
import assert from "node:assert/strict";
import test from "node:test";

import { bring } from "./page.js";
import { PLAY } from "./play.js";

bring({ structure: PLAY });
const { decidedOf, otherwiseOf } = await import("../../static/js/state/decided.js");

const story = (...tasks) => ({ rounds: [{ tasks: tasks.map(([holder, done]) => ({ holder, done })) }] });

test("together is told of where it was decided at all", () => {
  const told = story(
    ["together", "together"],
    ["together", ""],
    ["professionals", "professionals"],
    ["professionals", ""],
  );
  assert.deepEqual(decidedOf([told]), { holder: "together", of: 4, decided: 2, done: 1 });
});

test("else what was decided most, over all tables", () => {
  const told = [story(["residents", "residents"]), story(["professionals", ""], ["professionals", "professionals"])];
  assert.deepEqual(decidedOf(told), { holder: "professionals", of: 3, decided: 2, done: 1 });
});

test("nothing was decided where nothing was played", () => {
  assert.deepEqual(decidedOf([]), { holder: "together", of: 0, decided: 0, done: 0 });
});

test("what was done otherwise is counted, and how much of it was to be done together", () => {
  const told = story(
    ["together", "together"],
    ["together", "professionals"],
    ["professionals", ""],
    ["residents", "residents"],
  );
  assert.deepEqual(otherwiseOf(told), { count: 2, of: 4, together: 1, isMostly: false });
});

test("what residents and professionals did apart is otherwise, whoever was to do it", () => {
  const task = { holder: "professionals", done: "professionals" };
  const told = { rounds: [{ tasks: [task, { ...task, apart: true }] }] };
  assert.deepEqual(otherwiseOf(told), { count: 1, of: 2, together: 0, isMostly: false });
  assert.equal(decidedOf([told]).done, 1);
});

test("together is said to be what mostly went otherwise by its share alone", () => {
  const asDecided = ["professionals", "professionals"];
  assert.equal(otherwiseOf(story(["together", "professionals"], asDecided)).isMostly, true);
  assert.equal(otherwiseOf(story(["together", ""], ["together", "together"], ["professionals", ""])).isMostly, false);
});
