import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

const structure = {
  steps: {
    feeling: ["wall"],
    happened: ["film", "dice", "cost"],
    lines: ["turns", "courses"],
    tomorrow: ["wall", "photos"],
  },
  on: {
    "feeling.wall": "short",
    "happened.film": "short",
    "happened.dice": "full",
    "happened.cost": "request",
    "lines.turns": "full",
    "lines.courses": "full",
    "tomorrow.wall": "short",
    "tomorrow.photos": "request",
  },
  presses: { "happened.film": "rounds", "lines.turns": 1, "tomorrow.photos": "tables" },
  presses_beside: { "lines.turns": 0 },
  presses_crowd: { "happened.film": 0 },
  presses_in_turn: { "lines.rings": 1 },
  most_in_turn: 6,
  of_one_table: ["courses"],
  full_rounds: 3,
  of_full_game: ["lines"],
};
bring({ structure });
const {
  ALL_STEPS,
  comingPicture,
  lastBeat,
  leftAt,
  nextPicture,
  partsOf,
  picturesOf,
  previousPicture,
  shownPicture,
  stepsOf,
  turnOf,
} = await import("../../static/js/state/steps.js");
const ROUNDS = 3;

const codeOf = ({ step, part, beat }) => `${step}.${part}${beat ? `+${beat}` : ""}`;
const first = { step: "feeling", part: "wall", beat: 0 };

/* All that the button leads to, from the first picture on. */
function way(view, tables) {
  const found = [];
  for (let at = first; at; at = nextPicture({ ...view, ...at }, tables, ROUNDS)) found.push(codeOf(at));
  return found;
}

test("the pictures of a step are those on the path, then those on request", () => {
  const of = (short) => picturesOf({ step: "happened", part: "film", short }, 1, ROUNDS);
  assert.deepEqual(of(false), { coming: ["film", "dice"], asked: ["cost"] });
  assert.deepEqual(of(true), { coming: ["film"], asked: ["dice", "cost"] });
});

test("of one table as many presses build a picture up as its game has something to show", () => {
  const own = (beat) => ({ step: "lines", part: "turns", beat, presses: { "lines.turns": 2, "happened.cost": 1 } });
  assert.deepEqual(
    [1, 2].map((tables) => lastBeat(own(0), ROUNDS, tables)),
    [2, 0],
  );
  assert.equal(codeOf(nextPicture({ ...own(1), table: null }, 1, ROUNDS)), "lines.turns+2");
  assert.equal(codeOf(nextPicture({ ...own(2), table: null }, 1, ROUNDS)), "lines.courses");
  const after = { ...own(0), step: "lines", part: "courses", table: null };
  assert.equal(codeOf(previousPicture(after, 1, ROUNDS)), "lines.turns+2");
});

test("the button builds every picture of the full path up, and leaves out what is on request", () => {
  assert.deepEqual(way({ short: false }, 1), [
    "feeling.wall",
    "happened.film",
    "happened.film+1",
    "happened.film+2",
    "happened.dice",
    "lines.turns",
    "lines.turns+1",
    "lines.courses",
    "tomorrow.wall",
  ]);
});

test("what is of one table is left out for several", () => {
  assert.deepEqual(partsOf("lines", 2), ["turns"]);
  assert.equal(way({ short: false }, 2).includes("lines.courses"), false);
});

test("no press brings nothing where several tables are shown at once", () => {
  const film = { step: "happened", part: "film" };
  assert.deepEqual(
    [1, 2, 6, 7].map((tables) => lastBeat(film, ROUNDS, tables)),
    [2, 2, 2, 0],
  );
  assert.deepEqual(
    [1, 2, 7].map((tables) => lastBeat({ step: "lines", part: "turns" }, ROUNDS, tables)),
    [1, 0, 0],
  );
});

test("of three to six tables each has its turn after all of them", () => {
  const rings = (beat) => ({ step: "lines", part: "rings", beat });
  assert.deepEqual(
    [1, 2, 3, 6, 7].map((tables) => lastBeat(rings(0), ROUNDS, tables)),
    [0, 0, 4, 7, 0],
  );
  assert.equal(lastBeat(rings(0), 0, 3), 1);
  assert.deepEqual(
    [0, 1, 2, 4].map((beat) => turnOf(rings(beat), 3)),
    [null, null, 0, 2],
  );
  assert.equal(turnOf(rings(2), 2), null);
  assert.equal(turnOf({ step: "lines", part: "turns", beat: 2 }, 3), null);
});

test("the short path leaves pictures out, and with them whole steps", () => {
  assert.deepEqual(stepsOf({ short: true }, ROUNDS), ["feeling", "happened", "tomorrow"]);
  assert.deepEqual(stepsOf({ short: false }, ROUNDS), ALL_STEPS);
  assert.deepEqual(way({ short: true }, 1), [
    "feeling.wall",
    "happened.film",
    "happened.film+1",
    "happened.film+2",
    "tomorrow.wall",
  ]);
});

test("after a short game the path leaves out what only a whole one shows, which stays on request", () => {
  const few = ROUNDS - 1;
  assert.deepEqual(stepsOf({ short: false }, few), ["feeling", "happened", "tomorrow"]);
  const dice = { short: false, step: "happened", part: "dice", beat: 0 };
  assert.equal(codeOf(nextPicture(dice, 1, few)), "tomorrow.wall");
  assert.equal(codeOf(previousPicture({ ...dice, step: "tomorrow", part: "wall" }, 1, few)), "happened.dice");
  assert.equal(codeOf(nextPicture({ ...dice, step: "lines", part: "turns", beat: 0 }, 1, few)), "lines.turns+1");
});

test("a picture on request goes on and back with the nearest on the path", () => {
  const view = { short: false, step: "happened", part: "cost", beat: 0 };
  assert.equal(codeOf(nextPicture(view, 1, ROUNDS)), "lines.turns");
  assert.equal(codeOf(previousPicture(view, 1, ROUNDS)), "happened.dice");
});

test("a picture that several tables do not have goes on with the next step", () => {
  const view = { short: false, step: "lines", part: "courses", beat: 0 };
  assert.equal(codeOf(nextPicture(view, 2, ROUNDS)), "tomorrow.wall");
});

test("back is the way on, the other way round", () => {
  for (const view of [{ short: false }, { short: true }]) {
    const codes = way(view, 1);
    const back = [];
    let at = { step: "tomorrow", part: "wall", beat: 0 };
    for (; at; at = previousPicture({ ...view, ...at }, 1, ROUNDS)) back.push(codeOf(at));
    assert.deepEqual(back.reverse(), codes);
  }
});

test("one round builds nothing up", () => {
  assert.equal(lastBeat({ step: "happened", part: "film" }, 1), 0);
  assert.equal(lastBeat({ step: "happened", part: "film" }, 0), 0);
  assert.equal(lastBeat({ step: "unknown", part: "wall" }, 3), 0);
});

test("a step that is not known has no pictures", () => {
  assert.deepEqual(partsOf("unknown", 1), []);
});

test("each of few tables has a press of its own, many have one together, and a chosen one is alone", () => {
  const photos = { step: "tomorrow", part: "photos" };
  assert.deepEqual(
    [1, 2, 6, 7, 40].map((tables) => lastBeat(photos, ROUNDS, tables)),
    [1, 2, 6, 1, 1],
  );
  assert.equal(lastBeat(photos, 0, 6), 0);
  assert.deepEqual(nextPicture({ ...photos, beat: 1, table: null }, 2, ROUNDS), { ...photos, beat: 2 });
  assert.equal(nextPicture({ ...photos, beat: 1, table: 2 }, 2, ROUNDS), null);
});

test("a picture on request goes on where the path was left, and back to there", () => {
  const film = { short: true, step: "happened", part: "film", beat: 1, table: null };
  const cost = { ...film, part: "cost", beat: 0 };
  const left = { step: "happened", part: "film", beat: 1 };
  assert.deepEqual(leftAt(film, cost, ROUNDS), left);
  assert.equal(codeOf(nextPicture({ ...cost, left }, 1, ROUNDS)), "happened.film+2");
  assert.deepEqual(previousPicture({ ...cost, left }, 1, ROUNDS), left);
  // From one on request to another (dice are none of the short path) it is still where it was left.
  assert.deepEqual(leftAt({ ...cost, left }, { ...cost, part: "dice" }, ROUNDS), left);
});

test("what a picture on request asks is answered before the path goes on, and back again", () => {
  const left = { step: "happened", part: "film", beat: 2 };
  const turns = { short: true, step: "lines", part: "turns", beat: 0, table: null, left };
  assert.equal(codeOf(nextPicture(turns, 1, ROUNDS)), "lines.turns+1");
  assert.equal(codeOf(nextPicture({ ...turns, beat: 1 }, 1, ROUNDS)), "tomorrow.wall");
  assert.equal(codeOf(previousPicture({ ...turns, beat: 1 }, 1, ROUNDS)), "lines.turns");
  assert.deepEqual(previousPicture(turns, 1, ROUNDS), left);
});

test("on the path nothing was left, nor is it known in a step one came to by a picture on request", () => {
  const film = { short: true, step: "happened", part: "film", beat: 0 };
  assert.equal(leftAt(film, { ...film, beat: 1 }, ROUNDS), null);
  assert.equal(leftAt({ ...film, step: "feeling", part: "wall" }, { ...film, part: "cost" }, ROUNDS), null);
  assert.equal(leftAt(null, { ...film, part: "cost" }, ROUNDS), null);
  assert.equal(codeOf(nextPicture({ ...film, part: "cost", left: null }, 1, ROUNDS)), "tomorrow.wall");
});

test("a picture that is shown, and the one that a press brings, with their presses", () => {
  const at = (view) => ({ phase: "debrief", round: ROUNDS, debrief: { short: false, table: null, ...view } });
  const film = at({ step: "happened", part: "film", beat: 2 });
  const dice = { step: "happened", part: "dice", beat: 0, of: 0 };
  assert.deepEqual(shownPicture(film, 1), { step: "happened", part: "film", beat: 2, of: 2 });
  assert.deepEqual(comingPicture(film, 1), dice);
  assert.deepEqual(comingPicture(at(first), 40), { step: "happened", part: "film", beat: 0, of: 0 });
  assert.deepEqual(comingPicture({ ...at(first), phase: "outcome" }, 1), { ...first, of: 0 });
  assert.equal(comingPicture(at({ step: "tomorrow", part: "wall", beat: 0 }), 1), null);
});
