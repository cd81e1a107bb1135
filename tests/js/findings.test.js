import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";
import { PLAY } from "./play.js";

bring({ words: {}, structure: { ...PLAY, undercurrent: [] } });
const { streetBeside, streetTold } = await import("../../static/js/state/moments_counted.js");
const { answersOf, isUnchanged, nameOf, roundsOf } = await import("../../static/js/state/what_if.js");
const { countWords } = await import("../../static/js/state/posts.js");
const { fundedIn, spans } = await import("../../static/js/state/spans.js");
const { broken, wrap } = await import("../../static/js/state/lines.js");
const { median } = await import("../../static/js/state/lists.js");

const word = (code, params) => (params ? `${code} ${Object.values(params).join(" ")}` : code);
const story = (...qualities) => ({ rounds: qualities.map((quality) => ({ quality })) });

test("what became of the street is told as people saw it", () => {
  assert.equal(streetTold([0.5], word), "debrief.sensible.street_same 50");
  assert.equal(streetTold([0.5, 0.72, 0.34], word), "debrief.sensible.street_peaked 50 72 34"); // with its best
  assert.equal(streetTold([0.72, 0.21, 0.63], word), "debrief.sensible.street_turned 72 21 63");
  assert.equal(streetTold([0.55, 0.89, 0.84], word), "debrief.sensible.street_rose 55 84"); // a step back is no fall
  assert.equal(streetTold([0.55, 0.6, 0.52, 0.53], word), "debrief.sensible.street_fell 60 53");
});

test("a what-if has a letter, a reacting one a second line, and a round where it begins later", () => {
  const lines = { quality: [1, 2, 3] };
  const answers = answersOf(
    {
      what_ifs: [
        { code: "trust", since: 1, lines, reacting: { quality: [] } },
        { code: "luck", since: 3, lines },
      ],
    },
    { part: "lines" },
    word,
  );
  assert.deepEqual(
    answers.map(({ letter, kind, name }) => [letter, kind, name]),
    [
      ["A", "other-0", "debrief.what_if.trust"],
      ["A*", "other-0 reacting", "debrief.what_if.trust, debrief.what_if.reacting"],
      ["B", "other-1", nameOf({ code: "luck", since: 3 }, word)],
    ],
  );
  assert.deepEqual(roundsOf(story(1), answers), [1, 2, 3]);
});

test("what was doubted is one answer, with what was changed", () => {
  const doubts = [
    { constant: "dent", value: 0 },
    { constant: "call", value: 2 },
  ];
  const [{ name }] = answersOf({ doubt: {} }, { part: "doubt", doubts }, word);
  assert.equal(
    name,
    "debrief.what_if.weight_off debrief.constant.dent; debrief.what_if.weight_changed debrief.constant.call",
  );
  assert.deepEqual(answersOf({ doubt: null }, { part: "doubt", doubts }, word), []);
});

test("words are counted whatever their capitals, those at most tables and with most votes first", () => {
  const post = (text, table, more = {}) => ({ text, table, merged: 0, votes: 0, ...more });
  const counted = countWords([
    post("Druk", 2, { role: "resident" }),
    post(" druk ", 1, { role: "municipality" }),
    post("moe", 1, { votes: 2, role: "resident" }),
    post("blij", null, { role: "" }),
  ]);
  assert.deepEqual(counted, [
    { text: "Druk", count: 2, tables: [1, 2], votes: 0, roles: ["municipality", "resident"] },
    { text: "moe", count: 1, tables: [1], votes: 2, roles: ["resident"] },
    { text: "blij", count: 1, tables: [], votes: 0, roles: [] },
  ]);
});

test("rounds in a row are said as from one to another", () => {
  assert.equal(spans([1, 2, 3, 5]), "1–3, 5");
  const rounds = ["output", "trust", "output"].map((funding, k) => ({ funding, round: k + 1 }));
  assert.deepEqual(fundedIn({ rounds }), { output: [1, 3], trust: [2] });
});

test("a text is broken into lines about as long as each other; a long word keeps its own", () => {
  assert.deepEqual(broken("let it be", 6), ["let it", "be"]);
  assert.deepEqual(broken("samenwerkingsverband is er", 10), ["samenwerkingsverband", "is er"]);
  assert.deepEqual(wrap("one two three four", 14), ["one two", "three four"]);
});

test("the middle of an even list lies between two", () => {
  assert.deepEqual([median([3, 1, 2]), median([4, 1, 2, 3])], [2, 2.5]);
});

test("a street that rose against what paid most chairs has a sentence of its own", () => {
  const against = { of: 10, paid: 9, done: 1 };
  const along = { of: 10, paid: 1, done: 0 };
  const told = (...args) => streetBeside(...args, word);

  assert.equal(told([against, against, along], [0.5, 0.9]), "debrief.sensible.yet 2 3 50 90");
  assert.equal(told([against, along, along], [0.5, 0.9]), "debrief.sensible.street_rose 50 90");
  assert.equal(told([against, against, { ...against, done: 9 }], [0.5, 0.9]), "debrief.sensible.yet 3 3 50 90");
  assert.equal(told([against, against, against], [0.9, 0.4]), "debrief.sensible.street_fell 90 40");
});

test("an answer that is written the same at the end changes nothing, whatever its lines did before", () => {
  const own = { rounds: [{ quality: 0.5, ownership: 0.4 }] };
  const ends = (quality, ownership) => ({ lines: { is_same: false, quality: [0.9, quality], ownership: [ownership] } });
  assert.equal(isUnchanged(ends(0.504, 0.396), own), true);
  assert.equal(isUnchanged(ends(0.506, 0.4), own), false);
  assert.equal(isUnchanged(ends(0.5, 0.39), own), false);
});
