/* Which texts stand together on the wall, and how large. */
import assert from "node:assert/strict";
import test from "node:test";

import { isShort, layoutOf, pagesOf } from "../../static/js/state/wall_pages.js";

const widthOf = (text) => text.length;
const post = (wide, pinned = false) => ({ text: "W".repeat(wide), pinned });
const posts = (count, wide) => Array.from({ length: count }, () => post(wide));
const laid = (...all) => pagesOf(all, widthOf).map((page) => [page.length, layoutOf(page)]);

test("short texts stand by nine, long ones by two", () => {
  assert.deepEqual(laid(...posts(10, 30)), [
    [9, "9"],
    [1, "1"],
  ]);
  assert.deepEqual(laid(...posts(3, 140)), [
    [2, "2"],
    [1, "1"],
  ]);
});

test("few texts are no smaller than they need to be", () => {
  assert.deepEqual(laid(...posts(2, 30)), [[2, "2"]]);
  assert.deepEqual(laid(...posts(3, 60)), [[3, "4"]]);
  assert.deepEqual(laid(...posts(5, 60)), [[5, "6"]]);
});

test("a pinned one has a page with as many beside it as can be read there", () => {
  assert.deepEqual(laid(post(20, true)), [[1, "pinned-0"]]);
  assert.deepEqual(laid(post(20, true), ...posts(6, 20)), [
    [6, "pinned-5"],
    [1, "1"],
  ]);
  assert.deepEqual(laid(post(140, true), ...posts(2, 20)), [
    [2, "pinned-1"],
    [1, "1"],
  ]);
  assert.deepEqual(laid(post(20, true), post(60), post(60), post(60)), [
    [3, "pinned-2"],
    [1, "1"],
  ]);
});

test("two that are pinned have a page each", () => {
  assert.deepEqual(laid(post(20, true), post(20, true), post(20)), [
    [1, "pinned-0"],
    [2, "pinned-1"],
  ]);
});

test("without texts there is no page", () => {
  assert.deepEqual(laid(), []);
});

test("letters are large where every text is short", () => {
  assert.deepEqual(
    [[post(62)], [post(62), post(63)]].map((page) => isShort(page, widthOf)),
    [true, false],
  );
});
