import assert from "node:assert/strict";
import { test } from "node:test";
import { coarse } from "../../static/js/state/paths.js";

test("a path is written in whole numbers, without what can be left out", () =>
  assert.equal(coarse("M-1.6 -60.2L3.4 -60L3 0.4L-4 0Z"), "M-2-60 3-60 3 0-4 0Z"));

test("what comes after a curve, an arc or an end keeps its letter", () =>
  assert.equal(coarse("M0 0A9 9 0 1 1 17 -132L2.6 4ZL5 5Q1 1 2 2L3 3"), "M0 0A9 9 0 1 1 17-132L3 4ZL5 5Q1 1 2 2L3 3"));
