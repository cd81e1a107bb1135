/* The end of a game on a projector: the last picture of each table is large, and a line fits under the first. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { isLedBy, pairsIn } from "../../static/js/ui/projector/pairs.js";

const WIDE = { width: 1828, height: 740, gap: [15, 9], line: 44 };
const SMALL = { width: 975, height: 500, gap: [8, 6], line: 31 };
const of = (count, room) => pairsIn({ ...room, count, ratio: count === 1 ? 1180 / 454 : 1064 / 474 });
const COUNTS = [1, 4, 5, 6, 7, 8];

/* As wide as each of two equally large pictures of a table could be. */
function equal(count, { width, height, gap: [across, down], line }, ratio) {
  const widths = Array.from({ length: count }, (_, index) => {
    const [columns, rows] = [index + 1, Math.ceil(count / (index + 1))];
    const high = ((height - down * (rows - 1)) / rows - line) * ratio;
    return Math.min(high, (width - across * (2 * columns - 1)) / (2 * columns));
  });
  return Math.max(...widths);
}

test("the last picture is hardly smaller than two equal ones would be, mostly larger", () => {
  for (const room of [WIDE, SMALL])
    for (const count of COUNTS) {
      const was = equal(count, room, count === 1 ? 1180 / 454 : 1064 / 474);
      assert.ok(of(count, room).last > 0.97 * was, `${count} in ${room.width}`);
    }
});

test("what stands there stays in its room, and the number over a first picture has its own", () => {
  for (const room of [WIDE, SMALL])
    for (const count of COUNTS) {
      const { columns, first, last, inside } = of(count, room);
      const ratio = count === 1 ? 1180 / 454 : 1064 / 474;
      const rows = Math.ceil(count / columns);
      const [across, down] = room.gap;
      const name = `${count} in ${room.width}`;
      assert.ok(columns * (first + last) + across * (2 * columns - 1) <= room.width + 0.01, name);
      assert.ok(rows * (last / ratio + (inside ? 0 : room.line)) + down * (rows - 1) <= room.height + 0.01, name);
      assert.ok(first >= 4.3 * room.line - 0.01, `${name}: its words fit`);
      assert.ok(count === 1 || last - first >= room.line * (inside ? 1.9 : 0.9) * ratio, `${name}: its number fits`);
    }
});

test("words of five and six tables stand in the last picture, which fills the room that they had under it", () => {
  assert.deepEqual(
    COUNTS.filter((count) => of(count, WIDE).inside),
    [5, 6],
  );
  for (const count of [5, 6]) {
    const { columns, first, last } = of(count, WIDE);
    assert.ok(columns * (first + last) > 0.93 * WIDE.width, `${count}`);
  }
});

test("of two and three tables both pictures are as large", () => {
  assert.deepEqual([1, 2, 3, 4, 8].filter(isLedBy), [1, 4, 8]);
});
