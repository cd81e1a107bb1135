import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

bring({});
const { createAttempts, pauseBefore } = await import("../../static/js/net/reach.js");

const numbers = (query) => [...query.matchAll(/\d+/g)].map(Number);
const isAfter = ([page, number], [before, last]) => page > before || (page === before && number > last);

test("an attempt comes after every one of its page, and of the pages before it", () => {
  const first = createAttempts();
  const made = [first.next(), first.next()];
  const second = createAttempts(); // another tab, or the page made anew
  made.push(second.next());
  first.come(); // somebody comes back to the first
  made.push(first.next(), first.next());

  const pairs = made.map(numbers);
  assert.deepEqual(
    pairs.slice(1).map((pair, k) => isAfter(pair, pairs[k])),
    [true, true, true, true],
  );
});

test("also where the clock was set back, or the browser keeps nothing", (t) => {
  const before = numbers(createAttempts().next());
  t.mock.method(Date, "now", () => 1);
  const after = createAttempts();
  assert.equal(isAfter(numbers(after.next()), before), true);

  window.localStorage.removeItem("page-counter");
  const last = numbers(after.next());
  after.come();
  assert.equal(isAfter(numbers(after.next()), last), true);
});

test("what it says is what the server reads", () => {
  assert.match(createAttempts().next(), /^\?page=\d{1,16}&attempt=\d{1,9}$/);
});

test("a pause before coming back is by chance, so that not everybody comes at once", (t) => {
  const chances = [0, 0.5, 1];
  t.mock.method(Math, "random", () => chances.shift());
  const pauses = [1, 2, 3].map(() => Math.round(pauseBefore(2, 0, 0)));
  assert.deepEqual(pauses, [120, 660, 1200]);
});
