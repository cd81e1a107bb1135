import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

bring({
  structure: {
    fundings: ["output", "trust"],
    reasons: {
      municipality: ["requirements", "professionals"],
      professional: ["take_over", "step_back"],
      resident: ["wait", "claim"],
    },
  },
});
const { reasonOf, underFundings } = await import("../../static/js/state/reasons.js");
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
