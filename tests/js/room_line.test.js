/* What a beat says of all streets together. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

const BEATS = {
  came: "{who} came {count}",
  tables_up: "{count} up",
  down: "{count} down",
  tables_down: "{count} tables down",
  same: "same",
  tables_trouble: "{count} of {of}",
  all_trouble: "all",
  thousands: "thousands",
  of_hundred: "of 100",
  budget: "budget {budget}",
  empty: "{count} empty",
};
const words = { "holder.residents": "residents", "ui.projector.beat.up": "{count} tasks up" };
words["ui.projector.costs_range"] = "{least}–{most}";
words["ui.message.told_unnamed_said"] = "one of them: {said}";
words["ui.tag.complaints"] = "complaints";
words["ui.projector.costs_same"] = "{most} each";
for (const [code, text] of Object.entries(BEATS)) words[`ui.projector.beat.${code}`] = text;
bring({ structure: { holders: [] }, words });
const { costsOf, roomLine } = await import("../../static/js/ui/projector/room_line.js");

const street = (quality, { trouble = false, empty = false, joined = 2 } = {}) => ({
  tasks: [
    { quality, before: 0.5, trouble },
    { quality: 0.5, before: 0.5, trouble: false },
  ],
  street: { empty, tasks: [{ joined }, { joined: 1 }] },
  budget: 8.8,
});
const boards = [street(0.7), street(0.3, { trouble: true }), street(0.9, { empty: true, joined: 0 })];

test("each beat counts all streets and names none", () => {
  assert.equal(roomLine(boards, 1), "residents came 7");
  assert.equal(roomLine(boards, 2), "▲ 2 up · ▼ 1 down");
  assert.equal(roomLine(boards, 3), "1 of 3");
  assert.equal(roomLine(boards, 4), "budget 8,800 1 empty");
  assert.equal(roomLine([boards[1], boards[1]], 3), "all");
  assert.equal(roomLine([boards[1]], 2), "▼ 1 tables down");
});

test("where nothing changed or went wrong, the heading says so or the line does", () => {
  const calm = [street(0.5), street(0.5)];
  assert.equal(roomLine(calm, 2), "same");
  assert.equal(roomLine(calm, 3), "");
  assert.equal(roomLine(calm, 4), "budget 8,800");
});

test("streets that came to the same in all did not stay as they were", () => {
  const moved = street(0.6);
  moved.tasks[1].quality = 0.4;
  assert.equal(roomLine([moved, moved], 2), "▲ 2 tasks up · ▼ 2 down");
});

test("what a round cost stays in small: from the least to the most, of no street by name", () => {
  const costing = (cost) => ({ ...street(0.5), cost });
  assert.equal(costsOf([costing(11.3), costing(8.9), costing(15.3)]), "8,900–15,300");
  assert.equal(costsOf([costing(8.9), costing(8.9)]), "8,900 each");
});

test("of more than six streets one tells what happened, without its number", () => {
  const many = Array.from({ length: 7 }, () => street(0.3, { trouble: true }));
  assert.equal(roomLine(many, 3), "all one of them: complaints");
});

test("of many streets bare figures stand there, and it is said of what", () => {
  const many = Array.from({ length: 13 }, () => street(0.5));
  assert.equal(roomLine(many, 2), "of 100 same");
  assert.equal(roomLine(many, 4), "thousands budget 8,800");
});

test("a first round changed nothing that anybody has seen, and says of what its figures are", () => {
  const first = street(0.5);
  for (const task of first.tasks) task.before = null;
  assert.equal(roomLine([first, first], 2), "of 100");
});
