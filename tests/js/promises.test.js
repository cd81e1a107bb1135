/* Promised beside done. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";
import { PLAY } from "./play.js";

bring({ structure: PLAY });
const { anyPromised, notKept, promisedOn, promisesCounted, promisesTold } =
  await import("../../static/js/state/promises.js");

const line = (role, promised, kept, did) => ({ role, promised, kept, did });
const task = (...promises) => ({ promises });
const KEPT = task(line("municipality", 1, 0, 0), line("professional", 1, 1, 1), line("resident", 2, 2, 3));
const BROKEN = task(line("municipality", 0, 0, 0), line("professional", 0, 0, 0), line("resident", 3, 1, 2));
const LEFT = task(line("municipality", 1, 1, 1), line("professional", 0, 0, 0), line("resident", 0, 0, 1));
const SILENT = task();
const story = (...rounds) => ({
  tasks: ["green", "play"],
  rounds: rounds.map((tasks, index) => ({ round: index + 1, tasks })),
});

test("who can do a task counts, not who keeps an eye on it", () => {
  assert.deepEqual(promisedOn(KEPT), { promised: 3, kept: 3, did: 4 });
  assert.deepEqual(promisedOn(LEFT), { promised: 0, kept: 0, did: 1 });
  assert.equal(promisedOn(SILENT), null);
});

test("told is what was not kept and what nobody promised", () => {
  const found = notKept(story([SILENT, SILENT], [KEPT, BROKEN], [LEFT, KEPT]));
  assert.deepEqual(
    found.map(({ round, task: code, promised, kept, did }) => [round, code, promised, kept, did]),
    [
      [2, "play", 3, 1, 2],
      [3, "green", 0, 0, 1],
    ],
  );
});

test("of a few tasks that nobody promised each is told, of many how many there were", () => {
  const few = promisesTold(story([BROKEN, LEFT], [KEPT, LEFT]));
  assert.deepEqual(
    few.map(({ kind, round, task: code }) => [kind, round, code]),
    [
      ["broken", 1, "green"],
      ["unpromised", 1, "play"],
      ["unpromised", 2, "play"],
    ],
  );
  const many = promisesTold(story([LEFT, LEFT], [LEFT, LEFT], [BROKEN, KEPT]));
  assert.deepEqual(
    many.map(({ kind, count }) => [kind, count]),
    [
      ["broken", undefined],
      ["unpromised_many", 4],
    ],
  );
});

test("a promise that nobody kept is told by who did it then", () => {
  const others = task(line("resident", 1, 0, 2));
  const nobody = task(line("resident", 2, 0, 0));
  assert.deepEqual(
    promisesTold(story([others, nobody])).map(({ kind, promised, did }) => [kind, promised, did]),
    [
      ["unkept", 1, 2],
      ["left", 2, 0],
    ],
  );
});

test("a game without promises has nothing to tell", () => {
  assert.equal(anyPromised(story([SILENT, SILENT])), false);
  assert.deepEqual(notKept(story([SILENT, SILENT])), []);
  assert.equal(anyPromised(story([SILENT, SILENT], [KEPT, KEPT])), true);
});

test("promises are counted over rounds and tables", () => {
  const stories = [story([SILENT, SILENT], [KEPT, BROKEN]), story([LEFT, KEPT])];
  assert.deepEqual(promisesCounted(stories), { promised: 9, kept: 7 });
  assert.deepEqual(promisesCounted([story([SILENT, SILENT])]), { promised: 0, kept: 0 });
});
