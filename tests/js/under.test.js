/* Names at the ends of lines have room beside the streets, however many rounds there were. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";
import { PLAY } from "./play.js";

bring({ words: {}, structure: { ...PLAY, undercurrent: ["ownership", "trust"] } });
const { nameColumns, roomOf } = await import("../../static/js/ui/debrief/charts/street_line.js");

test("a name of thirteen letters with its number fits behind the last of many streets", () => {
  assert.deepEqual([2, 6, 7, 9, 11].map(nameColumns), [2, 2, 2, 3, 4]);
});

test("names of streets have room beside those of lines: eight in words, more by their number", () => {
  assert.deepEqual([5, 6, 7, 9].map(roomOf), [6, 7, 8, 11]);
});
