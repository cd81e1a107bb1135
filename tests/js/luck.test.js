/* What dice came to, beside their average. */
import assert from "node:assert/strict";
import test from "node:test";

import { dieOf, isThrown, luckOf } from "../../static/js/state/luck.js";
import { luckTurns } from "../../static/js/ui/debrief/pictures/luck_turns.js";

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

test("tables share their dice, so that a room is not lucky forty times", () => {
  const table = story(task(true), task(true), task(false), task(false));
  assert.equal(luckOf([table]).kind, luckOf(Array.from({ length: 40 }, () => table)).kind);
  assert.deepEqual(luckOf([table, story(task(false, 0.5))]), { kind: "about", hits: 2, of: 5, average: 1.5 });
});

test("a setback is counted beside what hung on a throw, not among it", () => {
  assert.deepEqual([task(true), task(true, 0.25, true), task(false)].map(isThrown), [true, false, false]);
});

test("a throw has one to six pips", () => {
  assert.deepEqual([0, 0.16, 0.17, 0.99, 1].map(dieOf), [1, 1, 2, 6, 6]);
});

test("dice turn over one by one on a page that saw them closed, and lie open on any other", () => {
  const of = { rounds: [1, 2], tasks: ["green", "play"] };
  const afterOf = (turn, r, k) => {
    const node = { classes: [], classList: { add: (name) => node.classes.push(name) }, style: new Map() };
    node.style.setProperty = node.style.set;
    turn(node, r, k);
    return node.classes.length ? parseInt(node.style.get("--after"), 10) : null;
  };
  assert.equal(afterOf(luckTurns(of, true, false), 0, 0), null);
  assert.equal(afterOf(luckTurns(of, false, true), 0, 0), null, "closed they stand still");
  const turn = luckTurns(of, true, false);
  const first = afterOf(turn, 0, 0);
  assert.deepEqual(
    [afterOf(turn, 0, 1), afterOf(turn, 1, 0), afterOf(turn, 1, 1)].map((after) => after - first),
    [250, 500, 750],
  );
  assert.ok(afterOf(luckTurns(of, true, false), 1, 1) <= first + 750, "drawn anew they go on from where they were");
  assert.equal(afterOf(luckTurns(of, false, false), 0, 0), null, "with the answer they lie open");
  assert.equal(afterOf(luckTurns(of, true, false), 0, 0), null, "and so they do a press back");
});
