import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

bring({ structure: { picture: { months: [2, 3, 4] } } });
const { frameOf, nameIn, startFrame } = await import("../../static/js/state/film.js");

const TASK = { holder: "together", sheets: 0, incident: false, setback: false, mended: false };
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
test("a frame is the picture after its round, with the purse and the windows", () => {
  const [story, film] = game(
    [line(), line({ round: 5, reserve: 1.5 })],
    [
      [task(), task()],
      [task(), task({ setback: true })],
    ],
  );
  const frame = frameOf(story, film, 1);
  assert.deepEqual([frame.month, frame.reserve, frame.windows, frame.residents], [4, 1.5, true, 2]);
  assert.deepEqual(
    frame.tasks.map(({ code, quality, joined, setback }) => [code, quality, joined, setback]),
    [
      ["green", 0.5, 1, false],
      ["play", 0.7, 1, true],
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

test("within a sentence a task's article is small, and a name is not", () => {
  const names = { a: "De speelplek", b: "Het plein", c: "The play area", d: "Depot" };
  const word = (code) => names[code.split(".")[1]];
  const told = Object.keys(names).map((task) => nameIn(task, word));
  assert.deepEqual(told, ["de speelplek", "het plein", "the play area", "Depot"]);
});
