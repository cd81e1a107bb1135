/* Of 13 tables and more every street stands where it stood, in every phase and at every beat (decision 37). */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

const TASKS = ["green", "safety", "neighbours", "play"];
const words = {
  "ui.table": "table {table}",
  "ui.projector.proposed": "{said} of {of} have proposed",
  "ui.projector.spent_figure": "spent {cost}",
  "ui.projector.bots_play": "bots",
  "ui.projector.nobody": "nobody",
  "ui.projector.beat.at_none": "nowhere",
};
for (const holder of ["residents", "together", "professionals"]) words[`holder.${holder}`] = holder;
for (const code of TASKS) {
  words[`task.${code}.name`] = `what is called ${code}`;
  for (const look of [0, 1, 2, 3]) words[`task.${code}.look.${look}`] = "restless";
}
bring({ structure: { holders: ["residents", "together", "professionals"] }, words });
const { isMany, isWorded, placesOf } = await import("../../static/js/ui/projector/places.js");
const { factOf } = await import("../../static/js/ui/projector/cells.js");

/* As browsers have them: `high` in *agree*, `low` in the first *act*, which has two lines more. */
const WALLS = [
  { width: 1828, inner: 1080, least: 36, gap: [15, 11], high: 873, low: 748 },
  { width: 1219, inner: 720, least: 24.5, gap: [10, 7], high: 582, low: 498 },
  { width: 975, inner: 768, least: 26, gap: [8, 8], high: 640, low: 562 },
];
const COUNTS = [13, 14, 16, 20, 21, 24, 28, 29, 32, 36, 40];
const widths = (least) => ({ wide: (text) => text.length * least * 0.6, plain: (text) => text.length * least * 0.55 });

/* A table of which so many of its twelve are ready, whose street is at `quality`. */
function board(ready, { quality = 0.5, cost = 8.9, proposed = null, seats = 12, residents = 7 } = {}) {
  const tasks = TASKS.map((code) => ({ code, quality, before: 0.5, asked: null, deal: { holder: "together" } }));
  return {
    ready: [{ ready, seats }],
    proposed,
    quality,
    cost,
    budget: 8.8,
    tasks,
    street: { empty: false, residents },
  };
}

/* Every phase, with the height that its own words leave. */
function phases(count, wall) {
  const all = (ready, more) => Array.from({ length: count }, (_, index) => board((ready + index) % 13, more));
  return [
    ["agree", all(0, { proposed: { said: 0, of: 12 } }), wall.high],
    ["agree", all(12, { proposed: { said: 12, of: 12 } }), wall.high],
    ["act", all(3), wall.low],
    ["act", all(0, { seats: 0 }), wall.low],
    ["outcome", all(0, { quality: 1, cost: 0 }), wall.low],
    ["outcome", all(7, { quality: 0, cost: 12.6 }), wall.low],
  ];
}

/* Where the first, second, … street stands, and how large. */
function placesIn(count, wall, people = count) {
  return phases(count, wall).map(([phase, boards, height]) => {
    const { width, gap, least, inner } = wall;
    const room = { phase, round: 2, people };
    return placesOf(boards, room, { width, height, gap, least, inner }, widths(least));
  });
}

test("from 13 tables on every street keeps its place and its size", () => {
  for (const wall of WALLS) {
    for (const count of COUNTS) {
      assert.ok(isMany(count));
      const [first, ...others] = placesIn(count, wall);
      for (const other of others) assert.deepEqual(other, first, `${count} tables at ${wall.width}`);
    }
  }
});

test("a street that keeps its place has no words that come and go with the phase", () => {
  for (const wall of WALLS)
    for (const count of COUNTS)
      for (const { place } of placesIn(count, wall)) assert.ok(["none", "aside"].includes(place), `${count}: ${place}`);
});

test("where fewer than ten sit at each table, a count leaves streets more room", () => {
  const { width, inner, least, gap, low } = WALLS[0];
  const [many, few] = [7, 4].map((residents) => {
    const boards = Array.from({ length: 16 }, () => board(0, { seats: residents + 4, residents }));
    const space = { width, height: low, gap, least, inner };
    return placesOf(boards, { phase: "outcome", round: 1, people: 16 }, space, widths(least));
  });
  assert.deepEqual([many.place, few.place], ["aside", "aside"]);
  assert.equal(few.picture > many.picture, true);
});

test("fewer tables are laid out for what each phase has to say", () => {
  const [agree, , act] = placesIn(8, WALLS[0]);
  assert.equal(isMany(12), false);
  assert.notDeepEqual(agree, act);
});

test("where the same carry everything at each table, one line has its room", () => {
  const { width, inner, least, gap, high } = WALLS[0];
  const space = { width, height: high, gap, least, inner };
  for (const count of [2, 6]) {
    const boards = Array.from({ length: count }, () => board(0, { seats: 7 }));
    const found = placesOf(boards, { phase: "act", round: 2, people: count }, space, widths(least));
    assert.equal(isWorded(found), true, `${count} tables have no words`);
    const longest = "ui.projector.all_tasks: professionals".length * least * 0.55;
    assert.equal(Math.floor(found.side) > longest * found.scale, true, `${count}: the line breaks`);
  }
});

test("of many streets each has a mark for each task in trouble, as in its picture", () => {
  const trouble = (more) => ({ trouble: true, incident: false, setback: false, ...more });
  const tasks = [
    trouble({ incident: true }),
    trouble(),
    trouble({ incident: true, setback: true }),
    { trouble: false },
  ];
  const told = { long: "↯!!", brief: "↯!!" };
  assert.deepEqual(factOf({ ...board(0), tasks }, { phase: "outcome" }, 3, 13), told);
});
