import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

const structure = {
  steps: { sensible: ["logic"], pattern: ["circle"], feeling: ["finale", "wall"], happened: ["film", "deck", "dots"] },
  on: {
    "feeling.finale": "short",
    "feeling.wall": "short",
    "happened.film": "short",
    "happened.dots": "full",
    "sensible.logic": "full",
    "pattern.circle": "full",
  },
  presses: { "happened.film": 1, "happened.deck": 1, "sensible.logic": 2, "pattern.circle": 6 },
  presses_beside: {},
  presses_crowd: {},
  presses_in_turn: {},
  of_one_table: [],
};
const words = {
  "ui.panel.preview.agree.one": "the choices of round {round}",
  "ui.panel.preview.under_blank": "nothing, and under it {what}",
  "ui.panel.preview.sides": "{what} for each table",
  "ui.panel.preview.happened.film": "the film",
};
bring({ structure, words });
const { coming, comparing, previewOf } = await import("../../static/js/state/preview.js");

const PRESSES = { "pattern.circle": 5, "pattern.circle.whole": 2 };
const PICTURES = {
  "pattern.circle": {},
  "feeling.finale": {},
  "feeling.wall": { unplayed: true },
  "happened.film": {},
  "happened.deck": { preview: { more: (view, tables) => `deck.${tables}` } },
  "happened.dots": { panels() {}, preview: { one: () => ["dots.one", ""], compared: () => "dots.all" } },
};
const pictures = { pictureOf: ({ step, part }) => PICTURES[`${step}.${part}`] };
const playing = (phase, round = 2) => ({ phase: "act", next: { phase, round }, cover: "" });
const debrief = (more) => ({
  phase: "debrief",
  round: 3,
  cover: "",
  debrief: { step: "feeling", part: "wall", beat: 0, short: false, table: null, compare: false, ...more },
});

test("in play it is the phase, as so many tables are drawn", () => {
  const codes = [1, 2, 40].map((tables) => coming(playing("outcome"), tables, pictures).code);
  assert.deepEqual(codes, ["outcome.one", "outcome.many", "outcome.many"]);
  assert.equal(coming(playing("time_out"), 1, pictures).code, "time_out");
});

test("a debrief waits until its pictures are there", () => {
  assert.equal(coming(debrief(), 1, null), null);
  assert.equal(previewOf(debrief(), 1, null), "");
});

test("the next picture is said as it will be drawn: one, one for each table, or all in one", () => {
  assert.deepEqual(coming(debrief(), 1, pictures), { code: "happened.film", how: "" });
  assert.deepEqual(coming(debrief(), 4, pictures), { code: "happened.film", how: "sides" });
  const film = { step: "happened", part: "film", beat: 1 };
  assert.deepEqual(coming(debrief(film), 1, pictures), { code: "dots.one", how: "" });
  assert.deepEqual(coming(debrief({ ...film, compare: true }), 4, pictures), { code: "dots.all", how: "compared" });
});

test("a picture that is not whole yet is built up; after the last comes the end", () => {
  assert.deepEqual(coming(debrief({ step: "happened", part: "film" }), 1, pictures), { code: "more", how: "" });
  assert.equal(coming(debrief({ step: "happened", part: "dots" }), 1, pictures).code, "closed");
  const unplayed = { ...debrief({ step: "happened", part: "dots" }), round: 0 };
  assert.equal(coming(unplayed, 1, pictures).code, "closed_unplayed");
  assert.equal(coming({ phase: "closed" }, 1, pictures), null);
});

test("from a picture on request it is the one that was left half built up", () => {
  const structured = { step: "happened", part: "deck", beat: 0 };
  const left = { step: "happened", part: "film", beat: 0 };
  assert.deepEqual(coming(debrief({ ...structured, beat: 1, left }), 1, pictures), { code: "left", how: "" });
  const whole = { ...left, beat: 1 };
  assert.equal(coming(debrief({ ...structured, beat: 1, left: whole }), 1, pictures).code, "dots.one");
});

test("a picture may say what a press adds to it", () => {
  const deck = { step: "happened", part: "deck" };
  assert.deepEqual(coming(debrief(deck), 4, pictures), { code: "deck.4", how: "" });
  assert.equal(coming(debrief({ ...deck, table: 2 }), 4, pictures).code, "deck.1");
  const chair = (beat, table = null) => debrief({ step: "sensible", part: "logic", beat, table });
  const codes = [chair(0, 2), chair(1, 2), chair(0)].map((room) => coming(room, 4, pictures).code);
  assert.deepEqual(codes, ["sensible.logic_chosen", "sensible.logic_got", "sensible.logic_got"]);
});

test("of a circle that is whole the preview says what comes then, of one table", () => {
  const circle = (beat, table = 1) => {
    const shown = { step: "pattern", part: "circle", beat, table, presses: PRESSES };
    return coming(debrief(shown), 4, pictures).code;
  };
  const codes = [1, 2, 3, 4].map((beat) => circle(beat));
  assert.deepEqual(codes, ["more", ...["after", "doubt", "answer"].map((code) => `pattern.circle_${code}`)]);
  assert.equal(circle(2, null), "more");
});

test("without a round there are no pictures of one, but what needs none", () => {
  const next = { ...playing("debrief", 0), debrief: debrief({ part: "finale" }).debrief };
  assert.deepEqual(coming(next, 1, pictures), { code: "feeling.wall", how: "" });
  assert.deepEqual(coming({ ...debrief(), round: 0 }, 1, pictures), { code: "no_rounds", how: "" });
});

test("the sentence says what a cover hides", () => {
  assert.equal(previewOf(playing("agree"), 1, pictures), "the choices of round 2");
  assert.equal(
    previewOf({ ...playing("agree"), cover: "blank" }, 1, pictures),
    "nothing, and under it the choices of round 2",
  );
  assert.equal(previewOf(debrief(), 4, pictures), "the film for each table");
});

test("the switch to compare says whether the picture that is shown can be compared", () => {
  const shown = (more) => comparing(debrief(more), pictures);
  assert.equal(shown({ step: "happened", part: "dots" }), "here");
  assert.equal(shown({ step: "happened", part: "film" }), "elsewhere");
  assert.equal(shown({ step: "happened", part: "dots", table: 2 }), "one_table");
});
