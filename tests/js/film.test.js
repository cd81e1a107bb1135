import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

bring({ structure: { picture: { months: [2, 3, 4] } } });
const { frameOf, lineOf, startFrame } = await import("../../static/js/state/film.js");

const TASK = { holder: "together", sheets: 0, incident: false, mended: false };
const COUNTS = { joined: 1, claimed: 0, took_over: 0, worked_along: 1, visited: 0 };
const task = (more = {}) => ({ ...TASK, ...COUNTS, ...more });
const line = (more = {}, tasks = [{ quality: 0.5 }, { quality: 0.7 }]) => ({
  round: 1,
  reserve: 3,
  empty: false,
  tasks: tasks.map((one) => ({ setback: false, ...one })),
  ...more,
});
const game = (rounds, frames) => [
  { tasks: ["green", "play"], residents: 2, evenings_each: 1, rounds },
  frames.map((tasks) => ({ residents: 2, lit: true, empty: false, tasks })),
];
const said = (rounds, frames) => lineOf(...game(rounds, frames), frames.length - 1).map(({ code }) => code);

test("a frame is the picture after its round, with the purse and the windows", () => {
  const [story, film] = game(
    [line(), line({ round: 5, reserve: 1.5 })],
    [
      [task(), task()],
      [task(), task()],
    ],
  );
  const frame = frameOf(story, film, 1);
  assert.deepEqual([frame.month, frame.reserve, frame.windows, frame.residents], [4, 1.5, true, 2]);
  assert.deepEqual(
    frame.tasks.map(({ code, quality, joined }) => [code, quality, joined]),
    [
      ["green", 0.5, 1],
      ["play", 0.7, 1],
    ],
  );
});

test("before round 1 nobody is there, and every task looks the same", () => {
  const frame = startFrame(...game([line()], [[task({ incident: true }), task()]]));
  assert.deepEqual(frame.tasks, [
    { code: "green", holder: "together", quality: 0.5 },
    { code: "play", holder: "together", quality: 0.5 },
  ]);
});

test("a line counts who came, and says the one thing that stands out most", () => {
  const along = [task(), task()];
  const alone = [task({ took_over: 1, worked_along: 0 }), task({ took_over: 2, worked_along: 0 })];
  const nobody = task({ joined: 0, worked_along: 0 });
  const came = { code: "came", params: { count: 2, of: 2 } };
  assert.deepEqual(lineOf(...game([line()], [along]), 0), [came, { code: "along" }]);
  assert.deepEqual(said([line()], [alone]), ["came", "alone"]);
  assert.deepEqual(said([line()], [[task(), nobody]]), ["came", "nobody"]);
  assert.deepEqual(said([line()], [[nobody, nobody]]), ["came", "nobody_many"]);
  assert.deepEqual(said([line({ empty: true })], [[nobody, nobody]]), ["came", "empty"]);
  assert.deepEqual(said([line({ empty: true }), line({ empty: true })], [along, alone]), ["came", "alone"]);
  assert.deepEqual(said([line(), line()], [along, [task({ sheets: 2 }), task()]]), ["came", "paper"]);
  assert.deepEqual(said([line()], [[task({ sheets: 2 }), task()]]), ["came", "along"]);
  assert.deepEqual(said([line()], [[task({ claimed: 2 }), task()]]), ["came", "claimed"]);
  const mixed = [task({ took_over: 1 }), task()];
  assert.deepEqual(said([line()], [mixed]), ["came", "calm"]);
  assert.deepEqual(said([line()], [[task({ took_over: 1, incident: true }), task()]]), ["came", "incident"]);
});

test("a setback is named by its task", () => {
  const hit = line({}, [{ quality: 0.5 }, { quality: 0.3, setback: true }]);
  assert.deepEqual(lineOf(...game([hit], [[task(), task()]]), 0)[1], { code: "setback", task: "play" });
});
