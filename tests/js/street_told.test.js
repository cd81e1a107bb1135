import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";
import { PLAY } from "./play.js";

bring({
  structure: {
    ...PLAY,
    reasons: {
      municipality: ["requirements", "professionals"],
      professional: ["take_over", "step_back"],
      resident: ["wait", "claim"],
    },
  },
});
const { streetToldOf } = await import("../../static/js/ui/debrief/pictures/street_told.js");

const LESS = { moments: 10, paid: 0.9, done: 0.1 }; // together gave a lower mark, and was mostly done
const MORE = { moments: 10, paid: 0.1, done: 0.1 };
const FELL = [0.5, 0.4, 0.3];
const ROSE = [0.3, 0.6, 0.9];

const word = (code, values) => [code.replace("debrief.", ""), ...Object.values(values)].join(" ");
const chair = (options) => [{ options }];

/* Three chairs for whom doing it together gave a lower mark, or the higher one, with other `options` where some are given. */
function chairs(paid, options = {}) {
  const all = { municipality: { professionals: paid }, professional: { take_over: paid }, resident: { wait: paid } };
  return Object.fromEntries(Object.entries({ ...all, ...options }).map(([role, found]) => [role, chair(found)]));
}

const told = (qualities, sensible, without = {}) =>
  streetToldOf({ sensible, without }, { rounds: qualities.map((quality) => ({ quality })) }, word);

test("a street's course is told by where it began, turned and ended", () => {
  const courses = {
    "sensible.street_rose 30 90": ROSE,
    "sensible.street_fell 50 30": FELL,
    "sensible.street_peaked 39 65 35": [0.39, 0.65, 0.55, 0.35],
    "sensible.street_peaked 50 90 71": [0.5, 0.9, 0.71], // it rose all the same, and nobody would say only that
    "sensible.street_rose 55 84": [0.55, 0.89, 0.84],
    "sensible.street_turned 70 20 60": [0.6, 0.7, 0.2, 0.6],
    "sensible.street_same 52": [0.5, 0.53, 0.52],
    "sensible.street_same 50": [0.5], // one round
    "sensible.street_rose 95 100": [0.95, 0.97, 1],
    "sensible.street_same 100": [1, 1, 1],
    "sensible.street_turned 100 40 100": [1, 0.4, 1],
    "sensible.street_fell 50 0": [0.5, 0.2, 0],
    "sensible.street_peaked 20 60 0": [0.2, 0.6, 0],
    "sensible.street_same 0": [0, 0, 0],
    "sensible.street_turned 50 0 40": [0.5, 0, 0.4],
  };
  const found = Object.values(courses).map((qualities) => told(qualities, chairs(MORE)));
  assert.deepEqual(found, Object.keys(courses));
});

test("where one chair did together all the same, it is told how the street would have ended without", () => {
  const without = { municipality: 0.29, professional: 0.1, resident: 0.2 };
  const fell = "sensible.street_fell 50 30";
  assert.equal(told(FELL, chairs(LESS), without), `${fell} logic.else.professional 10 30`); // the lowest
  assert.equal(told(FELL, chairs(LESS), { municipality: 0.29 }), fell); // for a hundredth nobody would
  assert.equal(told(FELL, chairs(LESS), { resident: 0.2 }), `${fell} logic.else.resident 20 30`);
  assert.equal(told(FELL, chairs(LESS), { resident: 0.204 }), `${fell} logic.else.resident 20 30`); // as it is read
  assert.equal(told(FELL, chairs(LESS), { resident: 0.205 }), fell);
  assert.equal(told(FELL, chairs(MORE), without), fell); // who was better off together needs no reason
  assert.equal(told([0.5, 0.05], chairs(LESS), { resident: 0 }), "sensible.street_fell 50 5");
});

test("a street that rose against what paid most chairs says only that, and why where the model knows", () => {
  assert.equal(told(ROSE, chairs(LESS), { resident: 0.4 }), "logic.without.resident 40 90");
  assert.equal(told([0.9, 1], chairs(LESS), { resident: 0 }), "logic.without.resident 0 100");
  assert.equal(told(ROSE, chairs(LESS), { resident: 0.88 }), "sensible.yet 3 3 30 90");
  assert.equal(told(ROSE, chairs(LESS)), "sensible.yet 3 3 30 90");
  assert.equal(told(ROSE, chairs(MORE), { resident: 0.4 }), "sensible.street_rose 30 90");
});

test("a chair that had nothing to choose, or never did it together, is not told", () => {
  assert.equal(told(FELL, chairs(LESS, { professional: {} }), { professional: 0.1 }), "sensible.street_fell 50 30");
  assert.equal(told(FELL, chairs(LESS), {}), "sensible.street_fell 50 30");
});

test("paper that paid is no reason against deciding together", () => {
  const paper = { municipality: { requirements: LESS, professionals: MORE } };
  assert.equal(told(FELL, chairs(MORE, paper), { municipality: 0.1 }), "sensible.street_fell 50 30");
  const both = { municipality: { requirements: { ...LESS, paid: 1 }, professionals: LESS } };
  const expected = "sensible.street_fell 50 30 logic.else.municipality 10 30";
  assert.equal(told(FELL, chairs(MORE, both), { municipality: 0.1 }), expected);
});
