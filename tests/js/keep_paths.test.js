import assert from "node:assert/strict";
import { test } from "node:test";
import { shortened } from "../../static/js/ui/street/shortened.js";

test("a path is written in whole numbers, each from where the last one ended", () =>
  assert.equal(shortened("M-1.6 -60.2L3.4 -60L3 0.4L-4 0Z"), "m-2-60h5v60h-7z"));

test("rounding never adds up: what ends where it began still does", () =>
  assert.equal(shortened("M0.4 0.4L0.8 3.4L1.2 6.4L0.4 0.4"), "m0 0l1 3v3l-1-6"));

test("curves, arcs and a second outline go on from the right place", () =>
  assert.equal(
    shortened("M0 0A9 9 0 1 1 17 -132L2.6 4ZM5 5Q6 6 9 5C1 2 3 4 5 6"),
    "m0 0a9 9 0 1 1 17-132l-14 136zm5 5q1 1 4 0c-8-3-6-1-4 1",
  ));
