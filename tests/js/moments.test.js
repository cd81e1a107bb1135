import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

bring({ words: { "ui.panel.seconds": "{seconds} s", "ui.panel.minutes": "{minutes} min" } });
const moments = await import("../../static/js/state/moments.js");
const { absent, botIn, closesLate, doingOf, heardAt, secondsOf, serverNow, span, stateOf, waiting, waitingNow } =
  moments;

heardAt(1_000_000 - performance.now()); // any moment: what is compared is compared with the server's clock
const seat = (more = {}) => ({ alias: "Otter", present: true, bot: false, ready: false, role: "resident", ...more });
const room = (more = {}) => ({ phase: "act", opened_ms: serverNow() - 60_000, paused: false, ...more });

test("a typed time is minutes up to 20, seconds above, or both", () => {
  assert.deepEqual(["2", "20", "21", "90", "2:30", "0:45"].map(secondsOf), [120, 1200, 21, 90, 150, 45]);
});

test("a step that closes by itself is late once the server has had its second, and not in a pause", () => {
  const late = [
    [room(), 1400],
    [room(), 1600],
    [room({ paused: true }), 1600],
    [room({ phase: "time_out" }), 1600],
  ];
  assert.deepEqual(
    late.map(([now, over]) => closesLate(now, over)),
    [false, true, false, false],
  );
});

test("a span is seconds at first and minutes later, on one line", () => {
  assert.deepEqual(
    [span(40_000), span(89_000), span(91_000), span(-5)],
    ["40\u00a0s", "89\u00a0s", "2\u00a0min", "0\u00a0s"],
  );
});

test("a table waits for who is here and not ready, from when it could", () => {
  const tile = { seats: [seat(), seat({ ready: true }), seat({ present: false }), seat({ bot: true })] };

  assert.equal(waiting(tile, room({ phase: "lobby" })), null);
  assert.equal(waiting({ seats: [seat({ ready: true })] }, room()), null);
  const found = waiting({ ...tile, ready_at_ms: null }, room());
  assert.deepEqual([found.seats, found.stuck, found.ms >= 60_000], [[tile.seats[0]], true, true]);
});

test("in an outcome a table waits for who was asked something only, and each is said to do that", () => {
  const asked = seat({ unanswered: true });
  const looks = seat({ unanswered: false });
  const at = room({ phase: "outcome" });

  assert.deepEqual(waiting({ seats: [asked, looks], ready_at_ms: null }, at).seats, [asked]);
  assert.equal(waiting({ seats: [looks], ready_at_ms: null }, at), null);
  assert.deepEqual(
    [doingOf(asked, at), doingOf(looks, at), doingOf(looks, room()), doingOf(looks, room({ phase: "lobby" }))],
    ["answers", "looks", "here", "in"],
  );
  assert.equal(doingOf(seat({ ready: true }), at), "ready");
});

test("it is stuck on one role only, with others done, and not in a pause", () => {
  const two = [seat(), seat({ role: "municipality" })];
  const done = seat({ ready: true });

  assert.equal(waiting({ seats: [...two, done], ready_at_ms: null }, room()).stuck, false);
  assert.equal(waiting({ seats: [two[0]], ready_at_ms: null }, room()).stuck, false);
  const paused = room({ paused: true, paused_at_ms: serverNow() });
  assert.equal(waiting({ seats: [two[0], done], ready_at_ms: null }, paused).stuck, false);
  assert.equal(waitingNow(paused), paused.paused_at_ms);
});

test("a bot comes for who was away long enough, where one comes at all", () => {
  const away = seat({ present: false, away_since_ms: serverNow() - 5_000 });
  const wished = room({ bot_after_seconds: 60 });

  const ms = botIn(away, wished);
  assert.equal(ms > 50_000 && ms <= 55_000, true);
  assert.equal(botIn({ ...away, away_since_ms: serverNow() - 90_000 }, wished), 0);
  assert.deepEqual(
    [botIn(away, room({ bot_after_seconds: 0 })), botIn({ ...away, keep: true }, wished), botIn(seat(), room())],
    [null, null, null],
  );
  assert.deepEqual(absent({ seats: [away, seat({ present: false, away_since_ms: null })] }), [away]);
});

test("a seat is free, a bot's, stood in for, away, ready or here", () => {
  const seats = [{ alias: "", bot: false }, { alias: "", bot: true }, seat({ bot: true }), seat({ present: false })];

  assert.deepEqual([...seats, seat({ ready: true }), seat()].map(stateOf), [
    "free",
    "bot",
    "stand_in",
    "away",
    "ready",
    "here",
  ]);
});
