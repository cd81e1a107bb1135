/* The circles that can be told, and the figures of one. */
import assert from "node:assert/strict";
import test from "node:test";
import { bring } from "./page.js";

const states = (...codes) => codes;
const CIRCLES = {
  R1: states("alone", "better_first", "home", "less_ours"),
  R2: states("expecting", "claims", "paper", "worse"),
  R5: states("take_up", "wrong", "paper", "less_ours"),
  R6: states("along", "ours", "better", "come"),
};
const asked = (constant, ...joined) => ({ constant, states: joined });
const DOUBTED = {
  R1: asked("o_down", "alone", "less_ours"),
  R6: asked("o_up", "along", "ours"),
  came: asked("o_up", "take_up", "ours"),
  met: asked("a_syn", "along", "better"),
  R2: asked("acc_req", "paper", "worse"),
  lost: asked("o_loss", "wrong", "less_ours"),
  dented: asked("dent", "wrong", "worse"),
  R5: asked("o_blame", "paper", "less_ours"),
};
bring({ structure: { circles: CIRCLES, doubted: DOUBTED } });
const { circleTold, CODES, endsUp, fewestHours, shapeOf, wholeShape } =
  await import("../../static/js/state/circles.js");

test("each has the engine's states, as many verbs and one of them in doubt", () => {
  assert.deepEqual(CODES, Object.keys(CIRCLES));
  for (const code of CODES) {
    const { states: own, verbs, doubted } = shapeOf({ code, line: CIRCLES[code], doubted: code });
    assert.deepEqual([own, verbs.length, verbs.includes(doubted.verb)], [CIRCLES[code], 4, true]);
    assert.equal(typeof doubted.constant, "string");
  }
});

test("its figures are of its own rounds, and of what is counted also round by round", () => {
  const task = { requirements: true, incident: false };
  const round = (joined, took_over, ownership) => ({
    ...{ joined, took_over, ownership, worked_along: 1, claims: 2, expectation: 0.6, reserve: 3, quality: 0.5 },
    empty: false,
    tasks: [task, { ...task, requirements: false }],
  });
  const story = {
    ...{ tasks: ["a", "b"], professionals: 2, residents: 3, evenings_each: 1 },
    start: { ownership: 0.5, expectation: 0.5 },
    rounds: [round(3, 0, 0.4), round(1, 2, 0.3), round(2, 1, 0.35)],
  };
  const circle = circleTold(story, { code: "R1", since: 2, until: 3, held_back: ["home"] });
  assert.deepEqual([circle.isUp, circle.held], [false, ["home"]]);
  assert.deepEqual(circle.each, { alone: [2, 1], along: [1, 1], come: [1, 2], claims: [2, 2], paper: [1, 1] });
  assert.deepEqual([circle.came, circle.evenings, circle.alone, circle.moments, circle.own], [3, 6, 3, 8, [0.4, 0.35]]);
});

test("one that begins elsewhere has its verbs from there on", () => {
  const whole = wholeShape("R1");
  const of = (line, doubted = "") => shapeOf({ code: "R1", line, doubted });
  const line = of(["less_ours", "alone", "better_first", "home"]);
  assert.deepEqual(line.states, ["less_ours", "alone", "better_first", "home"]);
  assert.deepEqual(line.verbs, [...whole.verbs.slice(3), ...whole.verbs.slice(0, 3)]);
  assert.deepEqual(of(["home", "less_ours", "alone"]).verbs[0], whole.verbs[2]);
  assert.deepEqual([of(["home"], "came").doubted.states, of(["home"]).doubted], [["take_up", "ours"], null]);
  assert.deepEqual([whole.states, whole.doubted], [CIRCLES.R1, null]);
});

test("the last circle says whether a street ends on its way up", () => {
  assert.deepEqual(
    [[], ["R1"], ["R6", "R1"], ["R1", "R6"]].map((codes) => endsUp(codes.map((code) => ({ code })))),
    [false, false, false, true],
  );
});

test("the fewest hours are those after the last full week; there are none where every round was one", () => {
  const of = (...paid) => ({ full_week: 10, rounds: paid.map((hours, i) => ({ round: i + 1, hours })) });
  const least = (story, empty) => fewestHours(story, { empty, last: story.rounds.length - 1 })?.round;
  assert.deepEqual(
    [least(of(10, 10, 10), null), least(of(10, 10, 10), 2), least(of(10, 10, 8, 6), 1), least(of(10, 7, 9), 0)],
    [undefined, undefined, 4, 2],
  );
});
