import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

bring({});
const { createCommands } = await import("../../static/js/net/commands.js");
const { pauseBefore } = await import("../../static/js/net/reach.js");

function desk() {
  const sent = [];
  const why = [];
  const commands = createCommands(
    (command) => sent.push(command),
    (code) => why.push(code),
  );
  return { commands, sent, why };
}

test("a command is sent again over every connection until it is answered", async () => {
  const { commands, sent } = desk();
  const answered = commands.send({ type: "ready" });
  commands.again();
  const [{ id }, second] = sent;
  assert.deepEqual(second, { id, type: "ready" });
  assert.equal(commands.answer({ type: "ack", id }), true);
  assert.deepEqual(await answered, { type: "ack", id });
  commands.again();
  assert.equal(sent.length, 2);
  assert.deepEqual(commands.waiting(), []);
  assert.equal(commands.answer({ type: "ack", id }), false);
});

test("a newer wish takes the place of an older one, a press does not", async () => {
  const { commands, sent } = desk();
  const first = commands.send({ type: "choose" }, "choose");
  commands.send({ type: "next" });
  commands.send({ type: "choose" }, "choose");
  assert.deepEqual(await first, { type: "replaced" });
  sent.length = 0;
  commands.again();
  assert.deepEqual(
    sent.map(({ type }) => type),
    ["next", "choose"],
  );
});

test("a wish that cannot be stored now is sent again, a press is answered", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { commands, sent, why } = desk();
  commands.send({ type: "choose" }, "choose");
  const pressed = commands.send({ type: "next" });
  const [wish, press] = sent.map(({ id }) => id);
  const busy = (id) => ({ type: "refused", id, code: "busy" });

  assert.deepEqual([commands.answer(busy(wish)), commands.answer(busy(press))], [false, true]);
  assert.deepEqual([(await pressed).code, why], ["busy", ["busy"]]);
  assert.deepEqual(commands.waiting(), [Infinity]); // an answer, so no silence
  t.mock.timers.tick(2000);
  assert.deepEqual(
    sent.map(({ id }) => id),
    [wish, press, wish],
  );
  commands.answer({ type: "ack", id: wish });
  assert.deepEqual([why, commands.waiting()], [["busy", ""], []]);
});

test("the pause before an attempt grows with failures, up to what there is patience for", (t) => {
  t.mock.method(Math, "random", () => 1);
  const longest = (failures, gone, most = 0) => Math.round(pauseBefore(failures, gone, most));
  assert.deepEqual(
    [longest(1, 0), longest(2, 0), longest(9, 0), longest(9, 60000), longest(9, 60000, 1.5)],
    [600, 1200, 3000, 15000, 1500],
  );
});
