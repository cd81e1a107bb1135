/* Which story a street tells of what went wrong, and that it is told only where it fits. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

bring({
  structure: { holders: [] },
  words: {
    one: "A branch. It broke.",
    "task.green.name": "The green",
    "task.play.name": "The play area",
    "ui.projector.beat.at_none": "nowhere",
    "ui.projector.beat.at_tasks": "at {count}",
    "ui.tag.complaints": "complaints",
    "ui.tag.incident": "incident",
  },
});
const { briefOf, countOf, loudest, namedOf, toldFirst } = await import("../../static/js/ui/projector/stories.js");

const task = (code, more) => ({
  code,
  trouble: true,
  incident: true,
  setback: false,
  quality: 0.5,
  before: 0.5,
  ...more,
});

test("its own incident comes before complaints and before what happened to every street", () => {
  const tasks = [
    task("complaints", { incident: false, quality: 0.1 }),
    task("setback", { setback: true, quality: 0.1 }),
    task("incident", {}),
    task("calm", { trouble: false }),
  ];
  assert.equal(loudest(tasks).code, "incident");
  assert.equal(loudest(tasks.slice(0, 2)).code, "complaints");
  assert.equal(loudest(tasks.slice(1, 2)).code, "setback");
  assert.equal(loudest(tasks.slice(3)), undefined);
});

test("where no story fits, it is said where it was and what kind of trouble", () => {
  assert.equal(briefOf(task("green", {})), "The green: incident");
  assert.equal(briefOf(task("green", { incident: false })), "The green: complaints");
});

test("of two incidents the larger fall is told, in a first round the first", () => {
  assert.equal(loudest([task("less", { quality: 0.4 }), task("more", { quality: 0.2 })]).code, "more");
  assert.equal(loudest([task("one", { before: null }), task("other", { before: null })]).code, "one");
});

test("all stories are told where they fit, then less of them, and at the least one place", () => {
  const said = (code) => ({ sentence: { code, params: {} } });
  const [one, other] = [task("green", said("one")), task("play", { incident: false })];
  const all = [
    "The green: A branch. It broke.\nThe play area: complaints",
    "The green: A branch. It broke.\nThe play area: complaints",
    "The green: A branch.\nThe play area: complaints",
  ];
  const told = (hasKey) =>
    namedOf([one, other], hasKey).map(({ task: of, text }) => (of ? `(${of.code}) ${text}` : text));
  assert.deepEqual(told(true), [
    ...all,
    ...["The green: A branch. It broke.", "The green: A branch.", "(green) A branch. It broke.", "(green) A branch."],
    ...["The play area: complaints", "The play area: complaints", "(play) complaints", "(play) complaints"],
    "The green: incident",
  ]);
  assert.deepEqual(told(false), [
    ...all,
    ...["The green: A branch. It broke.", "The green: A branch."],
    ...["The play area: complaints", "The play area: complaints"],
    "The green: incident",
  ]);
  assert.deepEqual(namedOf([], true), []);
  assert.equal(countOf([one, other, task("calm", { trouble: false })]), "at 2");
  assert.equal(countOf([]), "nowhere");
});

test("of one table what came to every table is told first, and the others in their order", () => {
  const troubled = (code, setback) => ({ code, trouble: true, setback });
  const tasks = [
    troubled("green", false),
    { code: "safety", trouble: false },
    troubled("play", true),
    troubled("hall", false),
  ];
  assert.deepEqual(
    toldFirst(tasks).map(({ code }) => code),
    ["play", "green", "hall"],
  );
});
