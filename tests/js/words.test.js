import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

const words = {
  plain: "done",
  "left.one": "{count} evening left",
  "left.other": "{count} evenings left",
  named: "{alias} has {tasks} {tasks|task|tasks}",
  "why.cost": "for {cost} euros",
  "ui.setback": "{task}: {what}",
  "task.green.name": "The green",
  "setback.frost": "frost in round {round}",
  "news.rain": "It rained",
};
bring({ words });
const said = await import("../../static/js/state/words.js");
const { clockFace, euros, figure, hasWord, isolated, listed, mark, markChange, newsLines, reason, signed } = said;
const { sentence, timeLeft, width, word } = said;

test("a count of one takes the sentence for one, any other that for more", () => {
  assert.equal(word("left", { count: 1 }), "1 evening left");
  assert.equal(word("left", { count: 0 }), "0 evenings left");
  assert.equal(word("left", { count: 1.04 }), "1 evening left", "what is written as 1 is one");
  assert.equal(word("left", { count: 1.5 }), "1.5 evenings left");
  assert.equal(word("left", { count: "1" }), "1 evening left");
});

test("a blank with two forms takes the one that fits its own value", () => {
  assert.equal(word("named", { alias: "Otter", tasks: 1 }), "Otter has 1 task");
  assert.equal(word("named", { alias: "Otter", tasks: 2 }), "Otter has 2 tasks");
});

test("what is unknown or not given is seen", () => {
  assert.equal(word("nowhere"), "nowhere");
  assert.equal(word("named", { alias: "Otter" }), "Otter has {tasks} {tasks|task|tasks}");
  assert.deepEqual([hasWord("plain"), hasWord("left"), sentence(null)], [true, false, ""]);
});

test("a name that runs from right to left does not turn the sentence", () => {
  assert.equal(isolated("محمد"), "\u2068محمد\u2069");
  assert.equal(isolated("Otter"), "Otter");
});

test("numbers are written as the language does, with a real minus", () => {
  assert.deepEqual([figure(1234.56), figure(-0.5), figure(-0.01), figure(2, 0)], ["1,234.6", "−0.5", "0", "2"]);
  assert.deepEqual([signed(2), signed(-2), signed(0.01)], ["+2", "−2", "0"]);
  assert.deepEqual([mark(7), markChange(0.5), markChange(-0.5), markChange(0.01)], ["7.0", "+0.5", "−0.5", "0.0"]);
  assert.deepEqual([euros(1.26), euros(1.26, 2)], [1300, 1260]);
  assert.equal(reason({ code: "cost", params: { cost: 2 } }), "for 2,000 euros");
});

test("a clock shows whole seconds, and 0:00 only when nothing is left", () => {
  assert.deepEqual([clockFace(65_400), clockFace(-5), clockFace(600_000)], ["1:05", "0:00", "10:00"]);
  assert.deepEqual([timeLeft(1), timeLeft(0), timeLeft(59_001)], ["0:01", "0:00", "1:00"]);
});

test("a list is joined, and a text is as wide as it looks", () => {
  assert.equal(listed(["a", "b", "c"]), "a, b, and c");
  assert.deepEqual([width("Otter"), width("👨‍👩‍👧")], [5, 1]);
});

test("what happened to a street stands among the news with the name of its task", () => {
  const frost = { code: "setback.frost", params: { round: 3 } };
  const shown = { news: [{ code: "news.rain", params: {} }, frost], setbacks: [{ task: 0, sentence: frost }] };

  assert.deepEqual(newsLines({ ...shown, tasks: [{ code: "green" }] }), [
    { kind: "news", text: "It rained" },
    { kind: "setback", text: "The green: frost in round 3" },
  ]);
});
