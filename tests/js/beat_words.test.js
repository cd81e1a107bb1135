import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";

const CODES = ["asks.agree", "asks.outcome", "beat.1", "beat.2", "beat.3", "beat.4", "beat.calm"];
const words = Object.fromEntries(
  CODES.map((code) => [code.startsWith("asks") ? `ui.${code}` : `ui.projector.${code}`, code]),
);
bring({ structure: { holders: [] }, words });
const { changesOf, headingOf } = await import("../../static/js/ui/projector/beat.js");

const calm = { tasks: [{ trouble: false }] };
const troubled = { tasks: [{ trouble: false }, { trouble: true }] };
const outcome = { phase: "outcome" };

test("each beat has its heading, and after the last the outcome has its own", () => {
  const headings = [1, 2, 3, 4, 0].map((beat) => headingOf([troubled], outcome, beat));
  assert.deepEqual(headings, ["beat.1", "beat.2", "beat.3", "beat.4", "asks.outcome"]);
  assert.equal(headingOf([troubled], { phase: "agree" }, 0), "asks.agree");
});

test("where no table has trouble, that is said", () => {
  assert.equal(headingOf([calm, calm], outcome, 3), "beat.calm");
  assert.equal(headingOf([calm, troubled], outcome, 3), "beat.3");
});

test("a first round changed nothing that anybody has seen", () => {
  assert.equal(changesOf([{ quality: 0.5, before: null }]), "");
});
