import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";
import { PLAY } from "./play.js";

bring({ structure: PLAY });
const { createDraft, overLimit, spent } = await import("../../static/js/state/draft.js");

const resident = (more = {}) => ({
  seat: 2,
  role: "resident",
  limit: 2,
  limit_binds: true,
  stored: {},
  prefill: {},
  figures: [
    { kind: "act", option: "join", takes: 1 },
    { kind: "act", option: "wait", takes: 0 },
  ],
  ...more,
});
const table = (more = {}) => ({ step: 7, phase: "act", round: 1, tasks: [{}, {}, {}], ...more });

/* A draft with what it sent; `answer(n, message)` is the server's answer to what was sent as number n. */
function draftOf(mine = resident(), shown = table()) {
  const sent = [];
  const told = { changed: 0, late: 0, kept: 0 };
  const count = (what) => () => (told[what] += 1);
  const send = (command) => new Promise((resolve) => sent.push({ command, resolve }));
  const draft = createDraft(send, { changed: count("changed"), late: count("late"), kept: count("kept") });
  draft.show(shown, mine);
  const answer = async (n, message) => {
    sent[n].resolve(message);
    await Promise.resolve();
  };
  return { draft, sent, told, answer };
}

test("a tap shows at once, goes out as the whole set, and is sent once the server has it", async () => {
  const { draft, sent, told, answer } = draftOf();
  draft.set(1, "join");

  assert.deepEqual(draft.on(1), { value: "join", state: "pending" });
  assert.deepEqual(sent[0].command.choice, { act: [null, "join", null] });

  await answer(0, { type: "ack", n: sent[0].command.n, stored: { act: [null, "join", null] } });

  assert.deepEqual(draft.on(1), { value: "join", state: "sent" });
  assert.deepEqual([draft.chosen, told.kept], [1, 1]);
});

test("a screen from before the answer that comes after it takes nothing back", async () => {
  const { draft, sent, answer } = draftOf();
  draft.set(1, "join");
  await answer(0, { type: "ack", rev: 12, n: sent[0].command.n, stored: { act: [null, "join", null] } });
  draft.show(table(), resident(), 11);

  assert.deepEqual(draft.on(1), { value: "join", state: "sent" });
  draft.set(2, "wait");
  assert.deepEqual(sent[1].command.choice, { act: [null, "join", "wait"] });

  draft.show(table(), resident({ stored: { act: ["wait", "wait", "wait"] } }), 13);
  await answer(1, { type: "ack", rev: 14, n: sent[1].command.n, stored: { act: [null, "join", "wait"] } });
  draft.show(table({ step: 8 }), resident(), 13);

  assert.deepEqual(draft.on(1), { value: null, state: "" });
});

test("its number rises with every tap, and above what the server knows", async () => {
  const { draft, sent, answer } = draftOf();
  draft.set(0, "wait");
  draft.set(1, "wait");
  await answer(1, { type: "ack", n: sent[1].command.n + 500, stored: { act: ["wait", "wait", null] } });
  draft.set(2, "wait");

  const numbers = sent.map(({ command }) => command.n);
  assert.equal(numbers[1] > numbers[0], true);
  assert.equal(numbers[2] > numbers[1] + 500, true);
});

test("a tap over the limit is not kept and says why", () => {
  const { draft, sent } = draftOf(resident({ stored: { act: ["join", "join", null] } }));
  draft.set(2, "join");

  assert.equal(sent.length, 0);
  assert.deepEqual(draft.on(2), { value: null, state: "" });
  assert.deepEqual([draft.refusal.code, draft.refusal.task], ["too_many_evenings", 2]);
});

test("what comes closer to the limit is kept, and sent once it fits", () => {
  const before = { act: ["join", "join", "join"] };
  const { draft, sent } = draftOf(resident({ limit: 1, prefill: before }), table({ round: 2 }));
  assert.equal(draft.on(0).state, "prefilled");

  draft.set(0, "wait");
  assert.deepEqual([draft.on(0).value, sent.length, draft.refusal.closer], ["wait", 0, true]);

  draft.set(1, "wait");
  assert.deepEqual(sent[0].command.choice, { act: ["wait", "wait", "join"] });
});

test("what came too late is told, and a refusal takes the tap back", async () => {
  const { draft, told, answer } = draftOf();
  draft.set(0, "join");
  await answer(0, { type: "refused", code: "phase_closed" });

  assert.deepEqual([told.late, draft.on(0).value, draft.refusal], [1, null, null]);
});

test("a new step forgets what was tapped in the last one", () => {
  const { draft } = draftOf();
  draft.set(0, "join");
  draft.show(table({ step: 8, round: 2 }), resident());

  assert.equal(draft.isEmpty, true);
});

test("only acts have a limit, and only one that binds refuses anything", () => {
  const mine = resident();
  assert.equal(spent(mine, ["join", "wait", null]), 1);
  const all = ["join", "join", "join"];
  assert.equal(overLimit("propose", mine, all, []), null);
  assert.equal(overLimit("act", { ...mine, limit_binds: false }, all, []), null);
});

test("what is left open is made one's own by who is done: no switch on a task is an evening kept", () => {
  const { draft, sent } = draftOf();
  draft.set(0, "join");

  assert.equal(draft.rest, "wait");
  assert.equal(draft.keepAll(), true);
  assert.deepEqual(sent[1].command.choice, { act: ["join", "wait", "wait"] });
  assert.equal(draft.keepAll(), true);
  assert.equal(sent.length, 2); // it stands already
});

test("last round's is taken whole, and not where it is over the limit", () => {
  const before = { act: ["join", "join", "wait"] };
  const { draft, sent } = draftOf(resident({ prefill: before }), table({ round: 2 }));
  assert.deepEqual([draft.keepAll(), sent[0].command.choice], [true, before]);

  const over = draftOf(resident({ prefill: before, limit: 1 }), table({ round: 2 }));
  assert.deepEqual([over.draft.keepAll(), over.sent.length, over.draft.refusal.task], [false, 0, "all"]);
});

test("only acts have switches", () => {
  const professional = draftOf(resident({ role: "professional" }));
  const asking = draftOf(resident(), table({ phase: "agree" }));
  assert.deepEqual([professional.draft.rest, asking.draft.rest], [null, null]);
});
