import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";
import { PLAY } from "./play.js";

bring({ structure: { ...PLAY, reasons: { resident: ["wait", "claim"] } } });
const { ownLine } = await import("../../static/js/state/own_lines.js");

const ROUNDS = [
  { mark: 7.2, acts: ["join", "wait", "wait", "claim"], asked: ["together", "professionals", "together", "together"] },
  { mark: 5.1, acts: ["wait", "wait", "wait", "wait"], asked: ["together", "professionals", "residents", "residents"] },
];
const MINE = { role: "resident", rounds: ROUNDS, voice: { luck: 4, picked: "funding.trust" } };
const STORY = { rounds: [{ quality: 0.6 }, { quality: 0.42 }] };
const line = (step, part, more = {}, beat = 0) =>
  ownLine({ view: { step, part, beat }, story: STORY, findings: null, mine: MINE, ...more });

test("beside the film stands what one did in the round that is shown", () => {
  const acts = [
    { act: "join", count: 1 },
    { act: "wait", count: 2 },
    { act: "claim", count: 1 },
  ];
  assert.deepEqual(line("what_happened", "film"), { code: "did", round: 1, acts });
  assert.deepEqual(line("what_happened", "film", {}, 1), { code: "did", round: 2, acts: [{ act: "wait", count: 4 }] });
});

test("beside asked and decided stands how often one asked for a mixed group; not for who decides", () => {
  assert.deepEqual(line("what_happened", "gap"), { code: "asked", count: 4, of: 8 });
  const mine = { ...MINE, rounds: ROUNDS.map((round) => ({ ...round, asked: [] })) };
  assert.equal(line("what_happened", "gap", { mine }), null);
});

test("one's own guess comes back with the dice, one's own pick with the answers, also to who only looks on", () => {
  const mine = { role: null, voice: MINE.voice };
  assert.deepEqual(line("what_happened", "luck", { mine }, 1), { code: "guessed", guess: 4 });
  assert.equal(line("what_happened", "luck", { mine }), null); // it is still asked
  assert.deepEqual(line("what_if", "vote", { mine }, 1), { code: "picked", what: "funding.trust" });
  assert.deepEqual(line("what_if", "lines", { mine }), { code: "picked", what: "funding.trust" });
  assert.equal(line("what_happened", "film", { mine }), null);
  assert.equal(line("what_happened", "luck", { mine: { ...mine, voice: { luck: null, picked: null } } }, 1), null);
});

test("the round that one pointed at comes back with what turned, also to who only looks on", () => {
  const mine = { role: null, voice: MINE.voice, pointed: "2" };
  assert.deepEqual(line("turning", "turns", { mine }, 1), { code: "pointed", round: "2" });
  assert.equal(line("turning", "turns", { mine }), null); // it is being asked
  assert.equal(line("turning", "turns", { mine: { ...mine, pointed: "" } }, 1), null);
});

test("beside the chairs stands the own reason first, and the own mark only with what the street got", () => {
  const options = { wait: { moments: 10, paid: 0.9, done: 0.7 } };
  const findings = { sensible: { resident: [{ options }] } };
  const reason = { option: "wait", of: 10, paid: 9, done: 7 };
  assert.deepEqual(line("sensible", "logic", { findings }), { code: "paid", reason });
  assert.deepEqual(line("sensible", "logic", { findings }, 1), { code: "paid", reason });
  assert.deepEqual(line("sensible", "logic", { findings }, 2), { code: "ended", mark: 5.1, quality: 42 });
  assert.deepEqual(line("sensible", "marks"), { code: "marks", marks: [7.2, 5.1] });
  assert.equal(line("sensible", "logic"), null);
});

test("a picture without a line has none", () => assert.equal(line("tomorrow", "take_home"), null));
