/* The notes say what is on the wall at that press: not what the picture began with. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { pressNote } from "../../static/js/state/press_note.js";

test("once a circle is whole come what followed, an arrow in doubt, and the answer", () => {
  const presses = { "pattern.circle": 6, "pattern.circle.whole": 3 };
  const at = (beat) => pressNote({ step: "pattern", part: "circle", beat, presses });
  assert.deepEqual([0, 3, 4, 5, 6].map(at), ["", "", "after", "doubt", "answer"]);
});

test("of several tables nobody knows, and the notes of the picture stay", () => {
  assert.equal(pressNote({ step: "pattern", part: "circle", beat: 2 }), "");
});

test("after the code of the page to take home comes a photo", () => {
  const at = (beat) => pressNote({ step: "tomorrow", part: "take_home", beat, presses: {} });
  assert.deepEqual([0, 1, 4].map(at), ["", "photo", "photo"]);
});
