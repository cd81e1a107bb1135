import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

bring({ structure: { picture: { months: [2, 3, 4] } } });
const { frameOf, lineOf, nameIn, namedIn, startFrame } = await import("../../static/js/state/film.js");

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
const said = (rounds, frames) => lineOf(...game(rounds, frames), frames.length - 1).map(({ code }) => code);

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

test("a line counts who came, and says what one would point at", () => {
  const along = [task(), task()];
  const alone = [task({ took_over: 1, worked_along: 0 }), task({ took_over: 2, worked_along: 0 })];
  const nobody = task({ joined: 0, worked_along: 0 });
  const came = { code: "came", params: { count: 2, of: 2 } };
  assert.deepEqual(lineOf(...game([line()], [along]), 0), [came, { code: "along" }]);
  assert.deepEqual(said([line()], [alone]), ["came", "alone"]);
  assert.deepEqual(said([line({ empty: true })], [[nobody, nobody]]), ["came", "empty", "nobody"]);
  assert.deepEqual(said([line()], [[task({ sheets: 2 }), task()]]), ["came", "along"]);
  assert.deepEqual(said([line()], [[task({ claimed: 2 }), task()]]), ["came", "claimed"]);
  assert.deepEqual(said([line()], [[task({ took_over: 1 }), task()]]), ["came", "calm"]);
});

test("who came is said of every round, and the purse when it becomes empty", () => {
  const along = [task(), task()];
  const more = [task({ joined: 2 }), task()];
  assert.deepEqual(said([line(), line()], [along, along]), ["came", "along"]);
  assert.deepEqual(said([line(), line()], [along, more]), ["came", "along"]);
  assert.deepEqual(said([line(), line({ empty: true })], [along, along]), ["came", "empty"]);
  assert.deepEqual(said([line({ empty: true }), line({ empty: true })], [along, along]), ["came", "along"]);
  assert.deepEqual(said([line(), line()], [along, [task({ sheets: 2 }), task()]]), ["came", "paper"]);
  const taken = [task({ sheets: 2 }), task()];
  const paper = lineOf(...game([line(), line()], [taken, [task(), task({ sheets: 1 })]]), 1);
  assert.deepEqual(paper.slice(1), [{ code: "paper", params: { count: 1 } }]); // also where others came off
});

test("places are named where they are few: where it went wrong, where nobody came, where residents were alone", () => {
  const wrong = task({ incident: true });
  const left = task({ worked_along: 0 });
  const nobody = task({ joined: 0, worked_along: 0 });
  const about = (tasks) => lineOf(...game([line()], [tasks]), 0).slice(1);
  assert.deepEqual(about([task(), wrong]), [{ code: "wrong", tasks: ["play"] }]);
  assert.deepEqual(about([wrong, wrong]), [{ code: "wrong", tasks: ["green", "play"] }]);
  const hit = line({}, [{ quality: 0.5 }, { quality: 0.5, setback: true }]);
  assert.deepEqual(lineOf(...game([hit], [[wrong, wrong]]), 0).slice(1), [
    { code: "setback", tasks: ["play"] },
    { code: "wrong", tasks: ["green"] },
  ]);
  assert.deepEqual(about([left, nobody]), [
    { code: "nobody", tasks: ["play"] },
    { code: "left", tasks: ["green"] },
  ]);
  const [story, film] = game([line({}, Array(3).fill({ quality: 0.5 }))], [[wrong, wrong, wrong]]);
  const three = { ...story, tasks: ["green", "safe", "play"] };
  assert.deepEqual(lineOf(three, film, 0)[1], { code: "wrong_many", params: { count: 3 } });
});

test("where nothing happened and a place still looks its worst, that is said", () => {
  const calm = [task({ took_over: 1 }), task()];
  const poor = line({}, [{ quality: 0.5 }, { quality: 0.39 }]);
  assert.deepEqual(lineOf(...game([poor, poor], [calm, calm]), 1).slice(1), [{ code: "worn", tasks: ["play"] }]);
  assert.deepEqual(said([line({}, [{ quality: 0.5 }, { quality: 0.4 }])], [calm]), ["came", "calm"]);
  assert.deepEqual(namedIn(lineOf(...game([poor], [calm]), 0)), ["play"]);
  assert.deepEqual(namedIn([{ code: "came" }, { code: "left", tasks: ["play"] }, { code: "fell_there" }]), ["play"]);
});

test("a place that went down by as much as one sees is named, once", () => {
  const low = line({}, [{ quality: 0.5 }, { quality: 0.5 }]);
  const lower = line({}, [{ quality: 0.4 }, { quality: 0.3 }]);
  const fallen = (tasks) => lineOf(...game([low, lower], [[task(), task()], tasks]), 1).slice(1);
  assert.deepEqual(fallen([task(), task()]), [{ code: "fell", tasks: ["play"] }]);
  assert.deepEqual(fallen([task(), task({ incident: true })]), [{ code: "wrong", tasks: ["play"] }]);
});

test("what happened at the same places names them once", () => {
  const low = line({}, [{ quality: 0.5 }, { quality: 0.5 }]);
  const lower = line({}, [{ quality: 0.5 }, { quality: 0.3 }]);
  const left = task({ worked_along: 0 });
  assert.deepEqual(
    lineOf(
      ...game(
        [low, lower],
        [
          [task(), task()],
          [task(), left],
        ],
      ),
      1,
    ).slice(1),
    [{ code: "left", tasks: ["play"] }, { code: "fell_there" }],
  );
  assert.deepEqual(lineOf(...game([low], [[task(), task({ incident: true, worked_along: 0 })]]), 0).slice(1), [
    { code: "wrong", tasks: ["play"] },
    { code: "left_there" },
  ]);
});

test("within a sentence a task's article is small, and a name is not", () => {
  const names = { a: "De speelplek", b: "Het plein", c: "The play area", d: "Depot" };
  const word = (code) => names[code.split(".")[1]];
  const told = Object.keys(names).map((task) => nameIn(task, word));
  assert.deepEqual(told, ["de speelplek", "het plein", "the play area", "Depot"]);
});
