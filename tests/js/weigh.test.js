import assert from "node:assert/strict";
import { test } from "node:test";
import { bring } from "./page.js";
import { PLAY } from "./play.js";

const options = [
  "act.resident.join",
  "act.resident.wait",
  "act.resident.claim",
  "act.professional.take_over",
  "act.professional.step_back",
  "act.municipality.visit",
  "act.municipality.leave",
  "holder.residents",
  "holder.together",
  "holder.professionals",
  "respond.repair",
  "respond.let_be",
];
const of = (part) => Object.fromEntries(options.map((option) => [`ui.player.${part}.${option}`, option]));
bring({
  structure: PLAY,
  words: {
    ...of("short"),
    ...of("weigh.task"),
    "ui.player.weigh.left": "{own} each evening left",
    "ui.player.weigh.hours": "{hours} h",
    "ui.player.weigh.case.resident": "(on paper)",
    "ui.player.weigh.head.act.resident": "mark",
    "ui.player.weigh.head.task": "task",
    "ui.player.weigh.craft": "{least} to {most}",
    "ui.player.weigh.calm": "calm {percent}",
    "ui.player.weigh.risk_now": "then {lost}",
    "ui.player.weigh.money": "costs {money}, then {lost}",
  },
});
document.body = { dataset: { language: "en" } };
const { headOf, linesOf, riskOf } = await import("../../static/js/ui/phone/weigh.js");

const deal = (holder = "together", requirements = false) => ({ deal: { holder, requirements } });
const act = (option, task, more) => ({ kind: "act", option, task, points: 0, ...more });
const chairs = (context) => linesOf(context).map(({ chair }) => chair);
const acting = (role, order, figures, tasks, markPoint = 1) => ({
  table: { round: 2, tasks },
  mine: { role, order: { act: order }, figures, mark_point: markPoint },
  draft: { kind: "act", rest: role === "resident" ? "wait" : null },
});

test("a resident reads once what an evening, a report and an evening kept are, in the seat's own order", () => {
  const figures = [0, 1].flatMap((task) => [
    act("join", task, { evenings: 1 }),
    act("wait", task, { kept: 1, points: 0.4 }),
    act("claim", task, { kept: 1, points: task ? 0.5 : 0.2 }),
  ]);
  const context = acting("resident", ["claim", "join", "wait"], figures, [deal(), deal("together", true)]);

  // The mark's own line is +0.4 for each evening that is left, and −0.2 or +0.1 for each report.
  assert.deepEqual(chairs(context), ["−0.2 (+0.1)", "0", "+0.4 each evening left"]);
  assert.deepEqual(headOf(linesOf(context), context.mine), { chair: "mark (on paper)", task: "task" });
  assert.deepEqual(
    linesOf(context).map(({ task }) => task),
    ["act.resident.claim", "act.resident.join", "act.resident.wait"],
  );
});

test("a figure that is the same everywhere at this table is said without its case", () => {
  const figures = [act("claim", 0, { points: 0.5 }), act("claim", 1, { points: 0.5 })];
  const context = acting("resident", ["claim"], figures, [deal("residents", true), deal("together", true)]);

  assert.deepEqual(chairs(context), ["+0.5"]);
  assert.equal(headOf(linesOf(context), context.mine).chair, "mark");
});

test("a professional reads hours and to one decimal, and what residents' tasks pay", () => {
  const figures = [
    act("take_over", 0, { hours: 2.5, points: 4.625, craft: 1.3 }),
    act("take_over", 1, { hours: 2.5, points: 1, craft: 1.3 }),
    act("step_back", 0, { hours: 0 }),
    act("step_back", 1, { hours: 0 }),
  ];
  const context = acting("professional", ["take_over", "step_back"], figures, [deal(), deal("residents")], 0.2);

  assert.deepEqual(chairs(context), ["+0.9 to +1.2 (+0.2)", "0"]);
  assert.deepEqual(
    linesOf(context).map(({ label }) => label),
    ["act.professional.take_over · 2.5 h", "act.professional.step_back"],
  );
});

test("the municipality reads what a visit takes of complaints, and nothing of a mark that no act is about", () => {
  const figures = [act("visit", 0, { calm: 0.18 }), act("leave", 0)];
  const context = acting("municipality", ["visit", "leave"], figures, [deal()]);
  context.draft.rest = "leave";

  assert.deepEqual(chairs(context), ["calm 18", "–"]);
});

test("the municipality reads what an incident costs, and with paper, whatever stands there", () => {
  const now = (isOnPaper) => {
    const share = isOnPaper ? 0.6 : 1;
    return [
      ...["residents", "together", "professionals"].map((option, i) => ({
        ...{ kind: "holder", task: 0, option, blame: [2.2, 1.76, 0.88][i] * share },
      })),
      { kind: "requirements", task: 0, option: "yes", money: 0.25, blame: 1.056 },
      { kind: "requirements", task: 0, option: "no", blame: 1.76 },
    ];
  };
  const deciding = (round, isOnPaper) => ({
    table: { round, tasks: [deal("together", isOnPaper)] },
    mine: { figures: now(isOnPaper) },
    draft: { kind: "deals" },
  });
  const full = ["−2.2", "−1.8", "−0.9"];

  assert.deepEqual(chairs(deciding(1, false)), full);
  assert.deepEqual(chairs(deciding(2, false)), full);
  assert.deepEqual(chairs(deciding(2, true)), full);
  const paper = (isThere, value) => riskOf({ ...deciding(2, isThere), draft: { on: () => ({ value }) } }, 0);
  const chosen = (holder, requirements) => ({ holder, requirements });
  for (const isThere of [false, true]) {
    assert.equal(paper(isThere, chosen("together", false)), "costs 250, then −1.1");
    assert.equal(paper(isThere, chosen("professionals", true)), "then −0.5");
  }
  assert.equal(paper(false, null), "");
});

test("an answer's figure is said once where it is the same on every task in trouble, else on its buttons", () => {
  const answer = (option, task, points) => ({ kind: "respond", option, task, points });
  const figures = [
    answer("repair", 0, 0.24),
    answer("repair", 1, 0.16),
    answer("let_be", 0, 0),
    answer("let_be", 1, 0),
  ];
  const report = [{ trouble: true }, { trouble: true }];
  const context = {
    table: { form: "full", report },
    mine: { order: { respond: ["repair", "let_be"] }, figures, mark_point: 1 },
    draft: { kind: "respond" },
  };

  assert.deepEqual(chairs(context), ["+0.2", "0"]);
  figures[1].points = 0.4;
  assert.deepEqual(chairs(context), ["", ""]);
  context.mine.figures = ["repair", "let_be"].flatMap((option) => [answer(option, 0, 0), answer(option, 1, 0)]);
  assert.deepEqual(chairs(context), ["", ""], "where no answer does anything to the mark, nothing is said of it");
  context.table = { ...context.table, report: [{ trouble: false }] };
  assert.deepEqual(linesOf(context), []);
});

test("who looks on is told nothing of it", () => {
  assert.deepEqual(linesOf({ draft: { kind: "watch" } }), []);
});
