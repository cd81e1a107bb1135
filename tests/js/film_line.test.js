import assert from "node:assert/strict";
import { test } from "node:test";
import { lineOf, namedIn } from "../../static/js/state/film_line.js";

const task = (more = {}) => ({ joined: 1, took_over: 0, worked_along: 1, sheets: 0, incident: false, ...more });
const both = (one = {}, other = one) => [task(one), task(other)];
const line = (qualities = [0.5, 0.7], more = {}) => ({
  hours: 10,
  empty: false,
  tasks: qualities.map((quality, k) => ({ quality, setback: k === more.setback })),
  ...more,
});
const game = (rounds, frames) => [
  { tasks: ["green", "play"], residents: 4, evenings_each: 1, full_week: 10, rounds },
  frames.map((tasks) => ({ tasks })),
];
/* What the last of these rounds says, each a list of [line, tasks]. */
const last = (...played) => {
  const [rounds, frames] = [0, 1].map((part) => played.map((round) => round[part]));
  return lineOf(...game(rounds, frames), played.length - 1);
};
const CALM = [line(), both()];
const after = (round, tasks = both()) => last(CALM, [round, tasks]);
const codes = (said) => said.map(({ code }) => code);

test("the first line says how many evenings were given, how professionals worked, and the loudest thing", () => {
  const came = { code: "came", params: { count: 2, of: 4 } };
  const alone = { took_over: 2, worked_along: 0 };
  assert.deepEqual(last(CALM), [{ ...came, with: { code: "along" } }]);
  assert.deepEqual(last([line(), both(alone)])[0].with, { code: "alone" });
  assert.deepEqual(last([line(), both(alone, {})])[0].with, { code: "mixed" });
  assert.deepEqual(codes(last([line([0.5, 0.5], { setback: 0 }), both({ incident: true })])), ["came", "setback"]);
  const left = last([line(), both({ worked_along: 0 })]);
  assert.deepEqual([left[0].with, left[1]], [null, { code: "left", tasks: ["green", "play"] }]);
});

test("a later line tells only what is new, and says so where nothing is", () => {
  assert.deepEqual(after(line()), [{ code: "same", params: { round: 1 } }]);
  const gone = [line(), both({ joined: 0, worked_along: 0 }, {})];
  assert.deepEqual(codes(last(CALM, gone)), ["nobody"]);
  assert.deepEqual(codes(last(CALM, gone, gone)), ["same"]);
  assert.deepEqual(after(line(), both({}, { took_over: 1 })), [{ code: "mixed" }]);
  assert.deepEqual(after(line(), both({ sheets: 2 }, {})), [{ code: "paper", params: { count: 2 } }]);
});

test("evenings are said again where they moved clearly, before all else where by half of them", () => {
  assert.deepEqual(after(line(), both({ joined: 2 }, {})), [{ code: "same", params: { round: 1 } }]);
  assert.deepEqual(after(line(), both({ joined: 2 })), [{ code: "more", params: { count: 4, of: 4 } }]);
  assert.deepEqual(codes(after(line([0.5, 0.7], { setback: 0 }), both({ joined: 0 }))), ["fewer", "setback"]);
});

test("the purse is told where it changes", () => {
  const empty = line([0.5, 0.7], { empty: true });
  const thin = line([0.5, 0.7], { empty: true, hours: 8.5 });
  assert.deepEqual(after(empty), [{ code: "empty" }]);
  assert.deepEqual(last([empty, both()], [thin, both()]), [{ code: "hours", params: { count: 8.5, of: 10 } }]);
  assert.deepEqual(codes(last([thin, both()], [line([0.5, 0.7], { empty: true, hours: 8 }), both()])), ["same"]);
  assert.deepEqual(last([thin, both()], CALM), [{ code: "paid" }]);
});

test("one place that looks otherwise is told in the words for its looks, more of them together", () => {
  assert.deepEqual(after(line([0.5, 0.59])), [{ code: "looks", tasks: ["play"], looks: [2, 1] }]);
  assert.deepEqual(after(line([0.6, 0.7])), [{ code: "looks", tasks: ["green"], looks: [1, 2] }]);
  assert.deepEqual(after(line([0.39, 0.59])), [{ code: "fell", tasks: ["green", "play"] }]);
  assert.deepEqual(after(line([0.6, 0.8])), [{ code: "rose", tasks: ["green", "play"] }]);
  assert.deepEqual(codes(after(line([0.6, 0.5]))), ["looks", "looks"]);
});

test("a place is named once, and many are counted", () => {
  const fell = line([0.5, 0.3], { setback: 1 });
  assert.deepEqual(after(fell, both({}, { incident: true })), [{ code: "setback", tasks: ["play"] }]);
  const without = both({}, { worked_along: 0 });
  assert.deepEqual(after(line([0.5, 0.3]), without), [{ code: "left_fell", tasks: ["play"] }]);
  assert.deepEqual(after(line(), without), [{ code: "left", tasks: ["play"] }]);
  const [story, film] = game([line([0.5, 0.5, 0.5])], [Array(3).fill(task({ incident: true }))]);
  const three = { ...story, tasks: ["green", "safe", "play"] };
  assert.deepEqual(lineOf(three, film, 0)[1], { code: "wrong_many", params: { count: 3 } });
  assert.deepEqual(namedIn([{ code: "came" }, { code: "left", tasks: ["play"] }, { tasks: ["play"] }]), ["play"]);
});

test("what was said of a round before says which, so that no two lines are alike", () => {
  const wrong = [line(), both({ incident: true }, {})];
  const said = { code: "wrong", tasks: ["green"] };
  assert.deepEqual(last(CALM, wrong, CALM, wrong), [{ ...said, as: 2 }]);
  assert.deepEqual(last(CALM, wrong, wrong, CALM, wrong), [{ ...said, as: 3 }]);
});
