import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

bring({ words: {} });
const { createOrder } = await import("../../static/js/state/order.js");
const { heardAt, serverNow } = await import("../../static/js/state/moments.js");

heardAt(-performance.now()); // the server's clock stands at 0 now

/* The order of three tables second by second; `away` are tables of which somebody is gone, `ready` since when a table
 * could have gone on. */
function play(...seconds) {
  let now = 0;
  const base = serverNow();
  const order = createOrder(() => now);
  const rest = { alias: "a", bot: false, ready: false, role: "resident" };
  const seat = (away) => ({ ...rest, present: !away, away_since_ms: away ? 1 : null });
  return seconds.map(({ away = [], ready = {}, paused = false }) => {
    const seats = (table) => [seat(away.includes(table)), seat(false)];
    const tiles = [1, 2, 3].map((table) => ({ table, seats: seats(table), ready_at_ms: ready[table] ?? null }));
    const room = { phase: "act", step: 5, opened_ms: base - 3600000, paused_at_ms: paused ? base : null, paused };
    const found = order(tiles, room).join("");
    now += 1000;
    return found;
  });
}

const times = (count, one) => Array(count).fill(one);
const calm = {};
const gone = { away: [3] };

test("a table moves only for what lasts", () => {
  assert.deepEqual(play(calm, gone, calm, gone, calm, calm), times(6, "123"));
  assert.deepEqual(play(calm, ...times(7, gone)), [...times(6, "123"), ...times(2, "312")]);
  assert.deepEqual(play(gone, calm, ...times(7, gone)), times(9, "312"));
});

test("two tables that take turns in waiting longest do not change places each time", () => {
  const one = { ready: { 1: -100_000, 2: -130_000 } };
  const other = { ready: { 1: -130_000, 2: -100_000 } };

  assert.deepEqual(play(one, other, one, other, one, other, one, other), times(8, "213"));
});
