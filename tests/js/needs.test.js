/* Which tables need the facilitator comes first, however many there are. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

bring({ words: {} });
const { needing, urgent } = await import("../../static/js/state/needs.js");
const { heardAt, serverNow } = await import("../../static/js/state/moments.js");

heardAt(1e9);
const seat = (role, more = {}) => ({
  role,
  alias: "a",
  bot: false,
  ready: false,
  present: true,
  away_since_ms: null,
  asking: [],
  ...more,
});
const room = (more = {}) => ({
  phase: "act",
  opened_ms: serverNow() - 50000,
  paused: false,
  paused_at_ms: null,
  ...more,
});
const table = (number, ...seats) => ({ table: number, seats, ready_at_ms: null });
const ready = { ready: true };
const away = { present: false, away_since_ms: 1 };

test("who is stuck, away or at the door stands before who only waits, and nobody else", () => {
  const tiles = [
    table(1, seat("resident", ready), seat("professional", ready)),
    table(2, seat("resident"), seat("professional")),
    table(3, seat("resident", { asking: [{}] }), seat("professional", ready)),
    table(4, seat("resident", away), seat("professional", ready)),
    table(5, seat("resident"), seat("professional", ready)),
  ];
  const found = needing(tiles, room());
  assert.deepEqual(
    found.map(({ tile }) => tile.table),
    [3, 5, 4, 2],
  );
  assert.deepEqual(found.map(urgent), [1, 1, 1, 0]);
});

test("nobody is waited for before a while, nor between rounds", () => {
  const tiles = [table(1, seat("resident"), seat("professional", ready))];
  assert.deepEqual(needing(tiles, room({ opened_ms: serverNow() - 5000 })), []);
  assert.deepEqual(needing(tiles, room({ phase: "debrief" })), []);
});
