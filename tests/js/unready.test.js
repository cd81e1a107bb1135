/* Who would be cut off by a press, and when that is worth a question. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

const words = {
  "ui.panel.log_table": "{table}: {text}",
  "ui.panel.still_many.one": "{count} person",
  "ui.panel.still_many.other": "{count} at {tables}",
};
bring({ words });
const { cutOff, cutOffWord } = await import("../../static/js/state/unready.js");

const seat = (alias, ready, more = {}) => ({ alias, ready, present: true, bot: false, ...more });
const tile = (table, seats) => ({ table, seats });
const names = (tiles, about) => cutOff(tiles, about).map(({ alias }) => alias);
const act = { phase: "act" };

test("at few tables everybody who is there and not done, by name", () => {
  const away = seat("Uil", false, { present: false });
  const stood = seat("Das", false, { bot: true });
  const tiles = [
    tile(1, [seat("Egel", false), seat("Mus", true), away, stood, seat("", false)]),
    tile(2, [seat("Vos", false)]),
  ];
  assert.deepEqual(names(tiles, act), ["Egel", "Vos"]);
  assert.equal(cutOffWord(cutOff(tiles, act), 2), "1: Egel\n2: Vos");
});

test("nobody between rounds", () => {
  const tiles = [tile(1, [seat("Vos", false, { unanswered: true })])];
  for (const phase of ["lobby", "time_out", "debrief"]) assert.deepEqual(names(tiles, { phase }), []);
});

test("in an outcome who was asked something and has not answered, whoever else looks on", () => {
  const asked = (alias, ready) => seat(alias, ready, { unanswered: true });
  const looks = seat("Uil", false, { unanswered: false });
  const tiles = [tile(1, [asked("Egel", false), asked("Mus", true), looks])];
  assert.deepEqual(names(tiles, { phase: "outcome" }), ["Egel"]);
});

test("at many tables only when they are many", () => {
  const room = (open) => Array.from({ length: 40 }, (_, index) => tile(index + 1, [seat(`p${index}`, index >= open)]));
  assert.equal(cutOff(room(10), act).length, 0);
  assert.equal(cutOff(room(11), act).length, 11);
  assert.equal(cutOffWord(cutOff(room(11), act), 40), "11 at 11");
});
