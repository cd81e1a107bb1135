/* Where not everything can be big at once, the next part comes by itself. */
import assert from "node:assert/strict";
import { mock, test } from "node:test";

mock.timers.enable({ apis: ["setInterval"] });
const { createPages } = await import("../../static/js/ui/projector/pages.js");

const TURN_MS = 8000;
const tables = Array.from({ length: 100 }, (_, index) => index + 1);

/* Pages of `items`, at most `most` each, as they come by at each of so many turns. */
function seen(items, most, turns) {
  const shown = [];
  const pages = createPages(() => shown.push(pages.of(items, most)));
  shown.push(pages.of(items, most));
  for (let turn = 0; turn < turns; turn += 1) mock.timers.tick(TURN_MS);
  return shown.map((part) => [part[0], part.length]);
}

test("a hundred tables come by in three parts, about as large as each other, and begin again", () => {
  assert.deepEqual(seen(tables, 40, 3), [
    [1, 34],
    [35, 34],
    [69, 32],
    [1, 34],
  ]);
});

test("what fits stands still", () => {
  assert.deepEqual(seen(tables.slice(0, 40), 40, 2), [[1, 40]]);
});

test("a page stays for its whole time, and the first comes back when something else is shown", () => {
  let drawn = 0;
  const pages = createPages(() => (drawn += 1));
  pages.of(tables, 40);
  mock.timers.tick(TURN_MS - 1);
  assert.equal(drawn, 0);
  mock.timers.tick(1);
  assert.deepEqual([drawn, pages.of(tables, 40)[0]], [1, 35]);
  pages.first();
  assert.equal(pages.of(tables, 40)[0], 1);
});

test("of one page that everything is on, nothing turns; tables that went take their page with them", () => {
  let drawn = 0;
  const pages = createPages(() => (drawn += 1));
  pages.of(tables, 40);
  pages.whole();
  mock.timers.tick(3 * TURN_MS);
  assert.equal(drawn, 0);
  pages.of(tables, 40);
  mock.timers.tick(2 * TURN_MS);
  assert.deepEqual(pages.of(tables.slice(0, 50), 40), tables.slice(0, 25));
});
