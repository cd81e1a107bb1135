import assert from "node:assert/strict";
import { test } from "node:test";

import { createSounding } from "../../static/js/state/sounding.js";

const AGREE = { phase: "agree", round: 1 };
const ACT = { phase: "act", round: 1 };
const TIME_OUT = { phase: "time_out", round: 3 };
const NEXT = { phase: "agree", round: 4 };
const heard = (...moments) => {
  const sounding = createSounding();
  return moments.map(([room, left]) => sounding(room, left));
};

test("a page that opens is silent, and a phase that opens chimes once", () => {
  assert.deepEqual(heard([AGREE, null], [AGREE, null], [ACT, null], [ACT, null]), ["", "", "chime", ""]);
});

test("a new round in the same phase chimes, the lobby and the end do not", () => {
  assert.deepEqual(heard([AGREE, null], [NEXT, null]), ["", "chime"]);
  assert.deepEqual(heard([AGREE, null], [{ phase: "lobby", round: 0 }, null], [{ phase: "closed", round: 6 }, null]), [
    "",
    "",
    "",
  ]);
});

test("thirty seconds before the end it ticks once", () => {
  assert.deepEqual(heard([ACT, 31000], [ACT, 30100], [ACT, 29900], [ACT, 29000]), ["", "", "last", ""]);
});

test("a clock that is set anew, stands still or goes is not the last thirty seconds", () => {
  assert.deepEqual(heard([ACT, 90000], [ACT, 20000], [ACT, null], [ACT, 30000]), ["", "", "", ""]);
});

test("a time-out that is over rings once, and the round after it chimes", () => {
  assert.deepEqual(heard([TIME_OUT, 600], [TIME_OUT, 0], [TIME_OUT, 0], [NEXT, null]), ["", "bell", "", "chime"]);
});

test("a time-out that is ended early rings then", () => {
  assert.deepEqual(heard([TIME_OUT, 200000], [NEXT, null], [ACT, null]), ["", "bell", "chime"]);
});

test("another step's clock at nought is no bell", () => {
  assert.deepEqual(heard([ACT, 600], [ACT, 0]), ["", ""]);
});
