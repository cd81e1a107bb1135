import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";
import { PLAY } from "./play.js";

bring({
  structure: {
    ...PLAY,
    fundings: ["output", "trust"],
    reasons: {
      municipality: ["requirements", "professionals"],
      professional: ["take_over", "step_back"],
      resident: ["wait", "claim"],
    },
  },
});
const { chosenOf, countTold, reasonOf, reasonTold, toldOf, underFundings } =
  await import("../../static/js/state/reasons.js");
const option = (moments, paid, done) => ({ moments, paid, done });

test("a chair's reason is what most often paid more, counted over all rounds", () => {
  const rounds = [
    { options: { take_over: option(8, 1, 0.5), step_back: option(8, 0, 0.25) } },
    { options: { take_over: option(8, 0.5, 1), step_back: option(8, 0.25, 0) } },
  ];
  assert.deepEqual(reasonOf("professional", rounds), { option: "take_over", of: 16, paid: 12, done: 12 });
});

test("where nothing paid more the first option says how often it could have been", () => {
  const rounds = [{ options: { wait: option(4, 0, 0.25), claim: option(4, 0, 0) } }];
  assert.deepEqual(reasonOf("resident", rounds), { option: "wait", of: 4, paid: 0, done: 1 });
});

test("who had nothing to choose has no reason", () => {
  assert.equal(reasonOf("municipality", [{ options: {} }]), null);
  assert.equal(reasonOf("municipality", []), null);
});

test("another pay is counted at the moments of the reason, and at no others", () => {
  const rounds = [
    {
      moments: 12, // answers to trouble are among them
      options: { take_over: option(8, 1, 0.5), pull_in: option(4, 1, 1) },
      by_funding: { output: { take_over: 1 }, trust: { take_over: 0.25 } },
    },
    { moments: 0, options: {}, by_funding: { output: {}, trust: {} } },
  ];
  const { of, paid } = reasonOf("professional", rounds);
  assert.deepEqual(underFundings("take_over", rounds), { of, by: { output: paid, trust: 2 } });
  assert.deepEqual(underFundings("take_over", []), { of: 0, by: { output: 0, trust: 0 } });
});

const reason = (paid, of = 20, name = "wait") => ({ option: name, of, paid, done: 0 });

test("how often it gave a higher mark is said in a word; of who was mostly better off otherwise, that", () => {
  assert.deepEqual(
    [20, 17, 11, 10, 3, 0].map((paid) => toldOf(reason(paid))),
    [
      { code: "wait", often: "always" },
      { code: "wait", often: "nearly" },
      { code: "wait", often: "mostly" },
      { code: "come_mostly", often: "mostly" },
      { code: "come_mostly", often: "nearly" },
      { code: "come_mostly", often: "always" },
    ],
  );
  assert.equal(toldOf(reason(0, 20, "requirements")).code, "spoken_mostly");
  assert.equal(toldOf(reason(0, 20, "take_over")).code, "together_mostly");
  const said = (code, values) => [code, values?.often?.[0]];
  assert.deepEqual(reasonTold(reason(20), said), ["debrief.logic.wait", "debrief.logic.often.always"]);
});

test("what was chosen is counted as the film, the decisions and the circle count it", () => {
  const task = (holder, requirements) => ({ holder, requirements });
  const round = {
    ...{ joined: 3, took_over: 2, worked_along: 1, claims: 4 },
    tasks: [task("together", true), task("professionals", false)],
  };
  const story = { tasks: ["a", "b"], professionals: 2, residents: 3, evenings_each: 2, rounds: [round, round] };
  const chosen = (name) => chosenOf(name, story);
  assert.deepEqual(chosen("wait"), { count: 6, other: 6, of: 12 });
  assert.deepEqual(chosen("claim"), { count: 8, other: 6, of: null });
  assert.deepEqual(chosen("take_over"), { count: 4, other: 2, of: 8 });
  assert.deepEqual(chosen("step_back"), { count: 2, other: 2, of: 8 });
  assert.deepEqual(chosen("requirements"), { count: 2, other: 2, of: 4 });
  assert.deepEqual(chosen("professionals"), { count: 2, other: 2, of: 4 });
  const said = (code, values) => [code, values.count, values.of];
  assert.deepEqual(countTold("claim", true, story, said), ["debrief.circle.evenings", 6, 12]);
  assert.deepEqual(countTold("claim", false, story, said), ["debrief.circle.claimed", 8, undefined]);
  assert.deepEqual(countTold("take_over", false, story, said), ["debrief.circle.choices", 4, 8]);
});
