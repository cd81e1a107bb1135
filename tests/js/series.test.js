import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";
import { PLAY } from "./play.js";

bring({ words: {}, structure: { ...PLAY, undercurrent: ["ownership", "trust"] } });
const { decisionsOf, marksOf, measuresOf, moneyOf, percent, sharesOf } =
  await import("../../static/js/state/series.js");

const word = (code, params) => (params ? `${code} ${Object.values(params).join(" ")}` : code);
const round = (number, more = {}) => ({
  round: number,
  quality: 0.5,
  ownership: 0.4,
  cost: 6,
  reserve: -1,
  professional_share: 0.25,
  ...more,
});
const STORY = { start: { ownership: 0.6, trust: 0.5 }, rounds: [round(1), round(2, { ownership: 0.2 })] };
const VIEW = { talk_from: 4 };

test("the undercurrent begins before the first round, what one sees does not", () => {
  const under = measuresOf(STORY, VIEW, ["ownership"], word);
  assert.deepEqual(
    [under.rounds, under.series[0].values],
    [
      ["debrief.start", 1, 2],
      [0.6, 0.4, 0.2],
    ],
  );
  const seen = measuresOf(STORY, VIEW, ["quality"], word);
  assert.deepEqual([seen.rounds, seen.series[0].values, seen.talkFrom], [[1, 2], [0.5, 0.5], 4]);
});

test("an earlier game and earlier groups lie thin beneath, on an axis as long as the longest", () => {
  const earlier = { start: STORY.start, rounds: [round(1), round(2), round(3)] };
  const groups = [{ ownership: [0.5, 0.4] }];
  const { rounds, series } = measuresOf(STORY, VIEW, ["ownership"], word, { earlier, groups });
  assert.deepEqual(rounds, ["debrief.start", 1, 2, 3]);
  assert.deepEqual(
    series.map(({ kind, isThin = false }) => [kind, isThin]),
    [
      ["ownership", false],
      ["ownership", true],
      ["group", true],
    ],
  );
  assert.deepEqual(series[2].values, [null, 0.5, 0.4]);
});

test("several earlier groups are a band from the lowest to the highest, as far as two of them played", () => {
  const groups = [{ quality: [0.4, 0.6, 0.9] }, { quality: [0.7, 0.3] }, { quality: [0.5, 0.5] }];
  const { series, rounds, description } = measuresOf(STORY, VIEW, ["quality"], word, { groups });
  const [own, band] = series;
  assert.deepEqual([series.length, own.kind, own.low], [2, "quality", undefined]);
  assert.deepEqual([band.kind, band.isThin, band.low, band.values], ["group", true, [0.4, 0.3], [0.7, 0.6]]);
  assert.deepEqual(rounds, [1, 2]);
  assert.equal(description, "debrief.value.quality: 50, 50. debrief.earlier_band: 40–70, 30–60");
  const money = moneyOf(STORY, VIEW, word, [STORY], { groups: [{ cost: [14, 9] }, { cost: [-7, 8] }] });
  assert.deepEqual([money.min, money.max], [-8, 16]);
});

test("money has an axis that holds every street, and what is short", () => {
  const rich = { ...STORY, rounds: [round(1, { cost: 9.5 })] };
  const { min, max } = moneyOf(STORY, VIEW, word, [STORY, rich]);
  assert.deepEqual([min, max], [-4, 12]);
});

test("a decision says what most had asked for instead", () => {
  const asked = { residents: 3, together: 1, professionals: 0 };
  const task = { holder: "together", requirements: true, asked };
  const [[other], [same]] = decisionsOf(
    { rounds: [{ tasks: [task] }, { tasks: [{ ...task, holder: "residents", requirements: false }] }] },
    word,
  );
  assert.deepEqual(other, {
    holder: "together",
    name: "holder.together",
    onPaper: "requirements.yes",
    asked: "debrief.asked_other holder.residents",
  });
  assert.deepEqual([same.asked, same.onPaper], ["", ""]);
});

test("shares and marks are of every round, a mark beside the street on its scale", () => {
  assert.equal(sharesOf(STORY, word).description, "25%, 25%");
  assert.equal(percent(null), "–");
  const { series, max } = marksOf(STORY, { resident: [5, 6] }, VIEW, word);
  assert.deepEqual(
    [max, ...series.map(({ kind, values }) => [kind, values])],
    [10, ["municipality", []], ["resident", [5, 6]], ["professional", []], ["quality", [5, 5]]],
  );
});
