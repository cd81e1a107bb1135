/* A game beside the same game with all three chairs the other way. */
import assert from "node:assert/strict";
import test from "node:test";

import { deedOf, movedTo } from "../../static/js/state/other_way.js";

test("what a chair did in the better street is held against what the other one is", () => {
  const deed = { count: 24, own: 15 };
  assert.deepEqual(deedOf("all_together", deed), { better: 24, worse: 15 });
  assert.deepEqual(deedOf("apart", deed), { better: 15, worse: 24 });
});

test("a table that was together already goes nowhere", () => {
  const board = (way) => ({
    story: { rounds: [{ quality: 0.5 }, { quality: 0.8 }] },
    findings: { other: { way, lines: { quality: [0.6, 0.3] } } },
  });
  assert.deepEqual(movedTo(board("apart")), { own: 0.8, end: 0.8, isSo: true });
  assert.deepEqual(movedTo(board("all_together")), { own: 0.8, end: 0.3, isSo: false });
});
