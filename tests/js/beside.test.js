/* What lies beside a game, and several games that are not as long. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { besideOf, roundBeside } from "../../static/js/state/beside.js";
import { dodged } from "../../static/js/state/dodge.js";
import { longestOf, playedOf } from "../../static/js/state/stories.js";

const story = (rounds) => ({ rounds: Array.from({ length: rounds }, (_, index) => ({ round: index + 1 })) });
const board = (table, rounds, more = {}) => ({ table, story: story(rounds), ...more });

test("the same table's first play comes before an earlier group; by other rules it is called so", () => {
  const group = { story: story(2), film: ["b"], same_rules: false };
  const again = board(1, 3, { earlier: story(2), earlier_film: ["a"] });
  assert.deepEqual([besideOf(again, group).code, besideOf(again, group).film], ["earlier", ["a"]]);
  assert.equal(besideOf(board(1, 3), group).code, "other_rules");
  assert.equal(besideOf(board(1, 3), { ...group, same_rules: true }).code, "group");
  assert.equal(besideOf(board(1, 3)), null);
  assert.equal(besideOf(board(1, 3, { earlier: story(0) }), { ...group, story: story(0) }), null);
});

test("rounds go together; whichever is shorter waits, and both are whole at the end", () => {
  assert.deepEqual(
    [0, 1, 2].map((now) => roundBeside(now, 3, 6)),
    [0, 1, 5],
  );
  assert.deepEqual(
    [0, 1, 2, 5].map((now) => roundBeside(now, 6, 2)),
    [0, 1, 1, 1],
  );
});

test("what tables have alike is told from the longest game, and who finished no round is left out", () => {
  const boards = [board(1, 0), board(2, 3), board(3, 6), board(4, 6)];
  assert.equal(longestOf(boards), boards[2].story);
  assert.deepEqual(
    playedOf(boards).map(({ table }) => table),
    [2, 3, 4],
  );
});

test("no two dots lie on each other, also where all tables came to the same", () => {
  const places = Array.from({ length: 40 }, () => [300, 0]);
  const found = dodged(places, 26, { width: 546, height: 234 });
  const near = found.flatMap(([x, y], i) => found.slice(0, i).filter(([ox, oy]) => Math.hypot(x - ox, y - oy) < 25.9));
  assert.deepEqual(near, []);
  assert.equal(found.filter(([x, y]) => x < 0 || y < 0 || x > 546 || y > 234).length, 0);
  assert.deepEqual(found[0], [300, 0]);
});
