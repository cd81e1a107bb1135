/* Promises: a tap shows at once, the whole set is sent, and what the server says counts. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";
import { PLAY } from "./play.js";

bring({ structure: PLAY });
const { createPledge } = await import("../../static/js/state/pledge.js");

const screen = (changes = {}) => [
  { step: 5, phase: "act", ...changes.table },
  { seat: 3, promise: [false, false, false], ...changes.mine },
];

/** A pledge with the commands it sent and a way to answer them. */
function started(...first) {
  const sent = [];
  const pledge = createPledge(
    (command) => new Promise((answer) => sent.push({ ...command, answer })),
    () => {},
  );
  pledge.show(...(first.length ? first : screen()));
  return { pledge, sent };
}

test("a tap shows at once and sends all that is promised", () => {
  const { pledge, sent } = started();
  pledge.toggle(1);
  assert.deepEqual(pledge.tasks, [false, true, false]);
  assert.equal(pledge.isSent, false);
  assert.deepEqual([sent[0].type, sent[0].step, sent[0].tasks], ["promise", 5, [false, true, false]]);
});

test("a second tap before the answer keeps the first, and rises in number", async () => {
  const { pledge, sent } = started();
  pledge.toggle(1);
  pledge.toggle(2);
  assert.deepEqual(sent[1].tasks, [false, true, true]);
  assert.ok(sent[1].n > sent[0].n);
  sent[0].answer({ type: "ack", stored: [false, true, false] });
  await Promise.resolve();
  assert.deepEqual(pledge.tasks, [false, true, true]);
});

test("what the server has counts, and a refusal takes a tap back", async () => {
  const { pledge, sent } = started();
  const stored = pledge.toggle(0);
  sent[0].answer({ type: "ack", stored: [true, false, false] });
  await stored;
  assert.deepEqual([pledge.tasks, pledge.isSent], [[true, false, false], true]);
  const refused = pledge.toggle(1);
  sent[1].answer({ type: "refused", code: "phase_closed" });
  await refused;
  assert.deepEqual(pledge.tasks, [true, false, false]);
});

test("in another step nothing of it is left, and nothing can be promised without a seat or outside act", () => {
  const { pledge } = started();
  pledge.toggle(1);
  pledge.show(...screen({ table: { step: 6 } }));
  assert.deepEqual(pledge.tasks, [false, false, false]);
  for (const changes of [{ table: { phase: "outcome" } }, { mine: { seat: null } }, { mine: { promise: null } }]) {
    pledge.show(...screen(changes));
    assert.equal(pledge.tasks, null);
  }
});
