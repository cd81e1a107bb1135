import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

bring({ structure: { roles: ["municipality", "professional", "resident"] } });
const { deedsOf, nameOf, sentenceOf, stepOf } = await import("../../static/js/state/turns.js");

const word = (code, params = {}) => [code, ...Object.values(params)].join(" ");
const turn = (more = {}) => ({
  kind: "quality_fell",
  round: 2,
  until: 5,
  most: 4,
  count: 4,
  of: 4,
  groups: [],
  ...more,
});
const deeds = (told, more = {}) =>
  deedsOf(turn({ groups: [[{ only_with: false, count: 3, of: 8, ...told }]], ...more }), word)[0].told;

test("what took more than half of the rounds is called little by little", () => {
  assert.equal(nameOf(turn(), 6, word), "debrief.turn.slowly.quality_fell");
  assert.equal(nameOf(turn(), 8, word), "debrief.turn.quality_fell");
  assert.equal(nameOf(turn({ kind: "steady", round: 1, until: 1, most: 0 }), 1, word), "debrief.turn.steady");
});

test("the round in which it moved furthest is said where it took several", () => {
  assert.equal(stepOf(turn(), word), "debrief.story.step 4");
  assert.equal(stepOf(turn({ round: 5, most: 0 }), word), "");
  assert.match(sentenceOf(turn(), word), / debrief\.story\.step 4$/);
});

test("what chairs did says of what: their choices, the times of one chair, evenings that could go there", () => {
  const stepped = deeds({ player: "professional", lever: "stepped_back" });
  assert.equal(stepped, "debrief.story.cause.stepped_back 3 8 debrief.story.choices 3 8");
  const gave = deeds({ player: "municipality", lever: "to_professionals" });
  assert.equal(gave, "debrief.story.cause.to_professionals 3 8 debrief.story.often 3 8");
  const one = deeds({ player: "professional", lever: "took_over", count: 1, of: 1 });
  assert.equal(one, "debrief.story.cause.took_over 1 1 debrief.story.once 1 1");
  const evenings = { player: "resident", lever: "joined" };
  assert.match(deeds(evenings), /^debrief\.story\.cause\.joined 3 8 /);
  assert.match(deeds(evenings, { count: 2 }), /^debrief\.story\.cause\.joined_there 3 8 /);
});
