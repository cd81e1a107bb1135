/* The lines of a mark make up the mark that stands over them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

bring({ structure: { holders: [] }, words: {} });
const { addingUp } = await import("../../static/js/ui/phone/result.js");

test("what rounding left goes to the largest part", () => {
  assert.deepEqual(addingUp([4.04, -0.46, 0.24], 3.82), [4.1, -0.5, 0.2]);
  assert.deepEqual(addingUp([0.04, -1.04, -0.06], -1.06), [0, -1, -0.1]);
  assert.deepEqual(addingUp([0.2, 0.3], 0.5), [0.2, 0.3]);
});

test("a mark that was held at its least or its most is no sum of its parts", () => {
  assert.deepEqual(addingUp([-6, -4], -9), [-6, -4]);
});
