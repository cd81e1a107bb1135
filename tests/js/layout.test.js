/* How several streets fill a projector: large pictures, words where they cost little, and no half empty screen. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { layoutOf } from "../../static/js/ui/projector/layout.js";

const WIDE = { width: 1828, height: 850, gap: [15, 11], least: 37, word: 300, head: 260, lines: 4, full: 640 };
const SMALL = { width: 975, height: 600, gap: [8, 8], least: 26, word: 215, head: 190, lines: 4, full: 450 };
const of = (count, room) =>
  layoutOf({
    ...room,
    head: count > 12 ? 3.8 * room.least : room.head,
    count,
    ratio: count <= 4 ? 1180 / 454 : 1064 / 474,
  });

test("one to eight tables have their words, more have large pictures", () => {
  for (const room of [WIDE, SMALL])
    assert.deepEqual(
      [2, 3, 4, 5, 6, 8, 16, 40].map((count) => of(count, room).place !== "none"),
      [true, true, true, true, true, true, false, false],
    );
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

test("pictures and words take most of the screen", () => {
  for (const room of [WIDE, SMALL]) {
    for (const count of [2, 3, 4, 5, 6, 8, 16, 40]) {
      const { columns, row } = of(count, room);
      const rows = Math.ceil(count / columns);
      assert.ok((rows * row) / room.height >= 0.72, `${count} leave the screen empty: ${(rows * row) / room.height}`);
    }
  }
});
