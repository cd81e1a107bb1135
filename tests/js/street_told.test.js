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
const { aloneTold, gotOf } = await import("../../static/js/ui/debrief/pictures/street_told.js");
const { streetBeside } = await import("../../static/js/state/moments_counted.js");

const word = (code, values = {}) => [code.replace("debrief.", ""), ...Object.values(values)].join(" ");
const along = { of: 10, paid: 1, done: 9 }; // who was better off together
const ROSE = [0.3, 0.6, 0.9];

test("a street's course is told by where it began, turned and ended", () => {
  const courses = {
    "sensible.street_rose 30 90": ROSE,
    "sensible.street_fell 50 30": [0.5, 0.4, 0.3],
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
  const found = Object.values(courses).map((qualities) => streetBeside([along], qualities, word));
  assert.deepEqual(found, Object.keys(courses));
});

test("a street that rose against what paid most chairs asks why", () => {
  const against = { of: 10, paid: 9, done: 1 };
  assert.equal(streetBeside([against, against, along], ROSE, word), "sensible.yet 30 90");
  assert.equal(streetBeside([against, against, along], [0, 0.5, 1], word), "sensible.yet 0 100");
  assert.equal(streetBeside([against, along, along], ROSE, word), "sensible.street_rose 30 90");
  assert.equal(streetBeside([against, against, against], [0.9, 0.4], word), "sensible.street_fell 90 40");
});

/* What is told of a chair in 4 rounds with 6 evenings and one task with 2 professionals. */
function got(role, without, { together = true, end = 0.35 } = {}) {
  const rounds = Array.from({ length: 4 }, () => ({
    ...{ joined: 4, claims: 0, took_over: 0, worked_along: 1, quality: end },
    tasks: [{ holder: together ? "together" : "professionals", requirements: false }],
  }));
  const story = { tasks: ["green"], professionals: 2, residents: 3, evenings_each: 2, rounds };
  return gotOf(role, { without, story }, word);
}

test("every chair sees how often it did so together, and how the street ends with it and without", () => {
  const ends = (what, without) => [
    ["gave.as_it_went", 0.35],
    [`gave.without streets.did.${what}`, without],
  ];
  assert.deepEqual(got("municipality", { municipality: 0.29 }), {
    told: "gave.times streets.did.to_together circle.decisions 4 4",
    ends: ends("to_together", 0.29),
  });
  assert.deepEqual(got("resident", { resident: 0 }), {
    told: "gave.times streets.did.joined circle.evenings 16 24",
    ends: ends("joined", 0),
  });
  assert.deepEqual(got("professional", { professional: 0.354 }), {
    told: "gave.times streets.did.worked_along circle.choices 4 8",
    ends: ends("worked_along", 0.354),
  });
});

test("who never did so has no ends", () => {
  const never = got("municipality", { resident: 0.1 }, { together: false });
  assert.deepEqual(never, { told: "gave.times streets.did.to_together circle.decisions 0 4", ends: [] });
});

test("that one chair alone made little difference is said where that holds of all", () => {
  const rounds = [{ quality: 0.35 }];
  assert.deepEqual(aloneTold({ resident: 0.3, professional: 0.4 }, { rounds }, word), ["gave.alone", " "]);
  assert.deepEqual(aloneTold({ resident: 0.2, professional: 0.35 }, { rounds }, word), []);
  assert.deepEqual(aloneTold({}, { rounds }, word), []); // not told yet
});
