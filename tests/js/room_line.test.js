/* What a beat says of all streets together. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

const BEATS = {
  came: "{who} came {count}",
  tables_up: "{count} up",
  down: "{count} down",
  same: "same",
  tables_trouble: "{count} of {of}",
  thousands: "thousands",
  budget: "budget {budget}",
  empty: "{count} empty",
};
const words = { "holder.residents": "residents" };
for (const [code, text] of Object.entries(BEATS)) words[`ui.projector.beat.${code}`] = text;
bring({ structure: { holders: [] }, words });
const { roomLine } = await import("../../static/js/ui/projector/room_line.js");

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
});

test("where nothing changed or went wrong, the heading says so or the line does", () => {
  const calm = [street(0.5), street(0.5)];
  assert.equal(roomLine(calm, 2), "same");
  assert.equal(roomLine(calm, 3), "");
  assert.equal(roomLine(calm, 4), "budget 8,800");
});

test("of many streets the costs stand in thousands, and that is said", () => {
  const many = Array.from({ length: 13 }, () => street(0.5));
  assert.equal(roomLine(many, 4), "thousands budget 8,800");
});

test("a first round changed nothing that anybody has seen", () => {
  const first = street(0.5);
  for (const task of first.tasks) task.before = null;
  assert.equal(roomLine([first, first], 2), "");
});
