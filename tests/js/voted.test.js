/* In which order the options of a vote are told. */
import assert from "node:assert/strict";
import test from "node:test";

import { bring } from "./page.js";
import { PLAY } from "./play.js";
import { isLittle, isSame, told } from "../../static/js/state/voted.js";

bring({ words: {}, structure: PLAY });
const { parted } = await import("../../static/js/ui/debrief/pictures/voted_wall.js");

const answer = (code, end, reacting) => ({ code, end, reacting });
const codes = (rows) => rows.map(({ code }) => code);
const ALL = [
  answer("budget", 0.34),
  answer("evening", 0.4),
  answer("share", 0.44),
  answer("paid", 0.34, 0.6),
  answer("go", 0.5),
];

test("what many voted for and hardly moved anything comes first, and is called a surprise", () => {
  const rows = told(ALL, { budget: 4, evening: 4, share: 1 }, 0.34);
  assert.deepEqual(codes(rows), ["budget", "evening", "share", "paid", "go"]);
  assert.deepEqual(
    rows.map(({ isSurprise }) => isSurprise),
    [true, false, false, false, false],
  );
  assert.deepEqual(
    rows.map(({ votes }) => votes),
    [4, 4, 1, 0, 0],
  );
  assert.deepEqual(
    rows.map(({ isMost }) => isMost),
    [false, false, false, true, false],
  );
});

test("what few voted for is no surprise", () => {
  const rows = told(ALL, { budget: 2, paid: 4 }, 0.34);
  assert.deepEqual(codes(rows.filter(({ isSurprise }) => isSurprise)), []);
  assert.equal(rows[0].code, "paid");
});

test("with hardly any votes the largest effect comes first, also one that comes of reacting", () => {
  for (const votes of [{}, { budget: 2 }]) {
    const rows = told(ALL, votes, 0.34);
    assert.deepEqual(codes(rows).slice(0, 3), ["paid", "go", "share"]);
    assert.deepEqual(
      rows.filter(({ isSurprise }) => isSurprise),
      [],
    );
  }
});

test("what moved most is among them, however few voted for it", () => {
  const votes = Object.fromEntries(ALL.map(({ code }) => [code, 2]));
  const rows = told([...ALL, answer("far", 0.9)], votes, 0.34, 5);
  assert.deepEqual(codes(rows), ["budget", "evening", "share", "go", "far"]);
});

test("there are never more than can be read; a wall has all", () => {
  const many = [...ALL, ...ALL, ...ALL];
  assert.deepEqual([told(many, {}, 0.34, 5).length, told(many, {}, 0.34).length], [5, 15]);
  assert.deepEqual(told([], {}, 0.34), []);
});

test("what is written the same is no change", () => {
  assert.equal(isSame(0.344, 0.34), true);
  assert.equal(isSame(0.345, 0.34), false);
});

test("where nothing moved much there is no surprise, and that is said", () => {
  const answers = [
    { code: "a", end: 0.41 },
    { code: "b", end: 0.44, reacting: 0.49 },
  ];
  assert.equal(isLittle(answers, 0.41), true);
  assert.equal(isLittle([...answers, { code: "c", end: 0.52 }], 0.41), false);
  assert.equal(told(answers, { a: 5 }, 0.41)[0].isSurprise, false);
  assert.equal(
    told(answers, { a: 5 }, 0.41).some(({ isMost }) => isMost),
    false,
  );
  assert.equal(told([...answers, { code: "c", end: 0.52 }], { a: 5 }, 0.41)[0].isSurprise, true);
});

test("what a game had already is no surprise, and told only where people voted for it", () => {
  const all = [{ ...answer("budget", 0.34), isSo: true }, answer("evening", 0.4)];
  const rows = told(all, { budget: 4, evening: 1 }, 0.34);
  assert.deepEqual(
    rows.map(({ code, isSurprise }) => [code, isSurprise]),
    [
      ["budget", false],
      ["evening", false],
    ],
  );
  assert.deepEqual(codes(told(all, { evening: 4 }, 0.34)), ["evening"]);
  const many = told([...ALL, { ...answer("had", 0.34), isSo: true }], { had: 3 }, 0.34);
  assert.deepEqual(codes(many).slice(0, 1), ["had"], "it has a place also where there are many");
});

test("on a wall what got no vote and hardly moved is one line; what got one, or moved, has a row", () => {
  const had = { ...answer("had", 0.34), isSo: true };
  const rows = told([...ALL, answer("paper", 0.37), had], { budget: 3, had: 1 }, 0.34);
  const [shown, rest] = parted(rows);
  assert.deepEqual(codes(shown), ["budget", "had", "paid", "go", "share", "evening"]);
  assert.deepEqual(codes(rest), ["paper"]);
});
