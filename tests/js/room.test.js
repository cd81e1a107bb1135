import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";
import { PLAY } from "./play.js";

bring({ structure: PLAY });
const { canSpare, everybody, firstFree, isUsed, seatOfNew } = await import("../../static/js/state/room.js");

const chair = (seat, role, ...people) => ({ seat, role, people: people.map((person) => ({ person })) });
const SEATS = [chair(0, "municipality", 7), chair(1, "professional"), chair(2, "resident", 8, 9), chair(3, "resident")];

test("a new table gets the lowest number that is free", () => {
  assert.equal(firstFree([]), 1);
  assert.equal(firstFree([{ table: 1 }, { table: 2 }, { table: 4 }]), 3);
});

test("a new chair stands behind those of its role", () => {
  assert.deepEqual(
    ["municipality", "professional", "resident"].map((role) => seatOfNew(role, SEATS)),
    [1, 2, 4],
  );
});

test("a table spares no last chair of a role, and none of three", () => {
  assert.deepEqual(
    SEATS.map((seat) => canSpare(seat, SEATS)),
    [false, false, true, true],
  );
  assert.equal(canSpare(SEATS[2], SEATS.slice(1)), false);
});

test("a table is used when somebody sits at it or watches it", () => {
  assert.equal(isUsed({ observers: [], seats: SEATS }), true);
  assert.equal(isUsed({ observers: [], seats: SEATS.slice(1, 2) }), false);
  assert.equal(isUsed({ observers: [{ person: 3 }], seats: [] }), true);
});

test("everybody is found where they are, and whether they share a chair", () => {
  const all = everybody([{ table: 5, seats: SEATS, observers: [{ person: 3 }] }]);
  assert.deepEqual(
    [...all.values()],
    [
      { person: 7, table: 5, seat: 0, role: "municipality", shared: false },
      { person: 8, table: 5, seat: 2, role: "resident", shared: true },
      { person: 9, table: 5, seat: 2, role: "resident", shared: true },
      { person: 3, table: 5, seat: null, role: null },
    ],
  );
});
