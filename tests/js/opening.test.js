/* What a phone says first in a phase, and what waits. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";
import { PLAY } from "./play.js";

bring({
  structure: PLAY,
  words: {
    "briefing.2": "April.",
    "done.green.repair": "The hedge is back.",
    "done.play.let_be": "Everybody went on.",
    "news.1": "The cat is back.",
    "news.2": "Tea was had.",
    "ui.player.neighbours": "{count} more live here.",
    "ui.player.gave.mended": "{tasks}: you chose {answer}. It is right again.",
    "task.green.name": "The green",
    "task.play.name": "Play",
    "respond.back": "defend peo\u00ADple",
    and: "and",
  },
});
const { openingOf } = await import("../../static/js/state/opening.js");
const text = (code, params = {}) => ({ code, params });
const texts = (lines) => lines.map((one) => one.text);
const tasks = [{ code: "green" }, { code: "play" }];
const round = {
  ...{ phase: "agree", round: 2, neighbours: 1, briefing: text("briefing.2"), tasks },
  done: [text("done.green.repair"), text("done.play.let_be")],
};

test("a round opens with its month and one line of what came of the last; the rest waits", () => {
  const { shown, folded } = openingOf(round, { role: "resident", gave: [] });
  assert.deepEqual(texts(shown), ["April.", "The hedge is back."]);
  assert.deepEqual(texts(folded), ["Everybody went on."]);
});

test("who decides reads least of it, who looks on all", () => {
  const chair = { role: "municipality", gave: [] };
  assert.deepEqual(texts(openingOf(round, chair).shown), []);
  assert.deepEqual(texts(openingOf({ ...round, round: 1 }, chair).shown), ["April."]);
  assert.equal(openingOf(round, { seat: null, role: null, gave: [] }).folded.length, 0);
});

test("what one did oneself is told elsewhere, and is the one line of what came of the last", () => {
  const { shown, folded } = openingOf(round, { role: "resident", gave: [{ task: 0, answer: "repair" }] });
  assert.deepEqual(texts(shown), ["April."]);
  assert.deepEqual(texts(folded), ["Everybody went on."]);
});

test("who decides has folded what came of its own answers, a line for each thing that came", () => {
  const gave = [0, 1].map((task) => ({ task, answer: "back", came: "mended" }));
  const { shown, folded } = openingOf(round, { role: "municipality", gave });
  assert.deepEqual(shown, []);
  assert.deepEqual(texts(folded)[1], "The green and Play: you chose defend people. It is right again.");
});

const outcome = (trouble) => ({
  ...{ phase: "outcome", form: "full", setbacks: [], tasks, report: [{ trouble }, { trouble: false }] },
  news: [text("news.1"), text("news.2")],
});

test("an outcome tells one sentence, and none while it asks an answer", () => {
  const seat = { seat: 3, role: "resident", ready: false };
  assert.deepEqual(texts(openingOf(outcome(false), seat).shown), ["The cat is back."]);
  assert.deepEqual(texts(openingOf(outcome(true), seat).shown), []);
  assert.deepEqual(texts(openingOf(outcome(true), { ...seat, ready: true }).shown), ["The cat is back."]);
  assert.deepEqual(texts(openingOf(outcome(true), { ...seat, seat: null }).shown), ["The cat is back."]);
});
