/* How several streets fill a projector: large pictures, words where they cost little, and no half empty screen. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { layoutOf } from "../../static/js/ui/projector/layout.js";

const WIDE = {
  width: 1828,
  height: 850,
  gap: [15, 11],
  least: 37,
  word: 300,
  head: 260,
  stacked: 140,
  lines: 4,
  full: 640,
};
const SMALL = {
  width: 975,
  height: 600,
  gap: [8, 8],
  least: 26,
  word: 215,
  head: 190,
  stacked: 100,
  lines: 4,
  full: 450,
};
const of = (count, room) =>
  layoutOf({
    told: 0,
    ...room,
    ...(count > 12 ? { head: 3.8 * room.least, stacked: 2.2 * room.least } : {}),
    count,
    ratio: count <= 4 ? 1180 / 454 : 1064 / 474,
  });

test("one to eight tables have their words, more have large pictures", () => {
  for (const room of [WIDE, SMALL])
    assert.deepEqual(
      [2, 3, 4, 5, 6, 8, 16, 40].map((count) => ["beside", "under"].includes(of(count, room).place)),
      [true, true, true, true, true, true, false, false],
    );
});

test("where tasks have no lines, a few tables keep room for a story beside their pictures", () => {
  const { bare, place, columns } = of(6, { ...WIDE, word: 330, head: 385, lines: 6, told: 4, height: 740 });
  assert.deepEqual([place, bare, columns], ["beside", true, 2]);
});

test("everything fits", () => {
  for (const room of [WIDE, SMALL]) {
    for (let count = 2; count <= 40; count += 1) {
      const { columns, row, picture, scale } = of(count, room);
      const rows = Math.ceil(count / columns);
      assert.ok(rows * row + (rows - 1) * room.gap[1] <= room.height + rows, `${count} are too high`);
      assert.ok(columns * picture + (columns - 1) * room.gap[0] <= room.width, `${count} are too wide`);
      assert.ok(scale >= 1, `${count} have words that are too small`);
    }
  }
});

test("no place of few tables stays empty where pictures of the same size fill the screen", () => {
  assert.deepEqual(
    [2, 3, 4, 6, 8, 40].map((count) => count % of(count, WIDE).columns),
    [0, 0, 0, 0, 0, 0],
  );
  const { place, named, columns } = of(3, WIDE);
  assert.deepEqual({ place, named, columns }, { place: "beside", named: true, columns: 1 });
});

/* How much of the width a layout takes: pictures, and words where they stand beside them. */
function taken(count, room) {
  const { columns, place, picture, side } = of(count, room);
  const cell = ["beside", "aside"].includes(place) ? picture + side : Math.max(picture, side);
  return (columns * cell + (columns - 1) * room.gap[0]) / room.width;
}

test("however little height an outcome leaves, many streets fill the screen in both ways", () => {
  for (const height of [650, 760, 850]) {
    for (const count of [12, 16, 20, 24, 30, 40]) {
      const room = { ...WIDE, height };
      const { columns, row } = of(count, room);
      const rows = Math.ceil(count / columns);
      assert.ok(taken(count, room) >= 0.8, `${count} leave the width empty at ${height}: ${taken(count, room)}`);
      const high = (rows * row + (rows - 1) * room.gap[1]) / height;
      assert.ok(high >= 0.8, `${count} leave the height empty at ${height}`);
    }
  }
});

test("pictures and words take most of the screen", () => {
  for (const room of [WIDE, SMALL]) {
    for (const count of [2, 3, 4, 5, 6, 8, 16, 40]) {
      const { columns, row } = of(count, room);
      const rows = Math.ceil(count / columns);
      assert.ok((rows * row) / room.height >= 0.72, `${count} leave the screen empty: ${(rows * row) / room.height}`);
    }
  }
});
