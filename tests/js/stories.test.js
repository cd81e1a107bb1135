/* Which story a street tells of what went wrong, and that it is told only where it fits. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

bring({
  structure: { holders: [] },
  words: { "task.green.name": "The green", "ui.tag.incident": "incident", "ui.tag.complaints": "complaints" },
});
const { briefOf, loudest } = await import("../../static/js/ui/projector/stories.js");

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
