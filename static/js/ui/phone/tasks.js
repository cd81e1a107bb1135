/* The tasks in agree, act and outcome: a card each, with the choices on it; and the own result. */
import { at, copy, fillList, write } from "../shared/dom.js";
import { word } from "../shared/words.js";
import { fillReport, fillStanding } from "./card.js";
import { drawSame, fillSet, makeSet } from "./choices.js";
import { createPicture } from "./picture.js";
import { drawResult } from "./result.js";
import { drawWeek } from "./week.js";

const ON_PAPER = { yes: true, no: false };

/** Draws into `list` and the `funding` card; taps go to `draft`, and `createPart` fetches the picture of the street. */
export function createTasks(list, funding, draft, createPart) {
  const drawPicture = createPicture(createPart);
  let shape = "";
  let fundingSet = null;
  const same = at("same");
  same.addEventListener("click", () => same.getAttribute("aria-disabled") === "true" || draft.keepAll());

  function draw(table, mine) {
    const wanted = `${table.step} ${draft.kind} ${table.round > 1}`;
    if (wanted !== shape) clear();
    shape = wanted;
    const context = { table, mine, refusal: draft.refusal };
    fillList(
      list,
      table.tasks,
      (k) => makeCard(k, context),
      (card, task, k) => fillCard(card, task, k, context),
    );
    drawWeek(table, mine);
    drawFunding(context);
    drawSame(draft, mine.told ?? mine.ready);
    drawPicture(table, mine);
    drawResult(table, mine);
  }

  function clear() {
    list.replaceChildren();
    funding.replaceChildren();
    list.filled = [];
    fundingSet = null;
  }

  function makeCard(k, { table, mine }) {
    const card = copy("task-card");
    const name = word(`task.${table.tasks[k].code}.name`);
    write(card.parts.name, name);
    card.sets = setsOf(k, name, table, mine);
    card.parts.sets.append(...card.sets.map(({ node }) => node));
    return card;
  }

  function setsOf(k, name, table, mine) {
    if (draft.kind === "watch") return [];
    const one = (kind, key) =>
      makeSet(kind, mine.order[key], { legend: name, legendHidden: true, pick: (option) => draft.set(k, option) });
    if (draft.kind === "act") return [one(`act.${mine.role}`, "act")];
    if (draft.kind === "propose") return [one("holder", "holder")];
    if (draft.kind === "respond")
      return table.report[k]?.trouble && table.form === "full" ? [one("respond", "respond")] : [];
    const deal = () => draft.on(k).value;
    const holder = makeSet("holder", mine.order.holder, {
      legend: `${name}: ${word("ui.player.who_carries")}`,
      legendHidden: true,
      pick: (option) => draft.set(k, { holder: option, requirements: deal()?.requirements ?? false }),
    });
    if (table.round === 1) return [holder];
    const put = (option) => draft.set(k, { ...deal(), requirements: ON_PAPER[option] });
    return [holder, makeSet("requirements", ["no", "yes"], { legend: word("ui.requirements"), two: true, pick: put })];
  }

  function fillCard(card, task, k, context) {
    const { table, mine, refusal } = context;
    fillStanding(card, { ...task, asked: task.asked ?? mine.asked[k] }, table, mine.seat === null);
    fillReport(card, k, table, mine);
    const shown = draft.on(k);
    card.sets.forEach((set, index) =>
      fillSet(set, {
        shown: part(shown, set.kind),
        found: mine.figures.filter((f) => f.kind === set.kind.split(".")[0] && (f.task === k || f.task === null)),
        mine,
        tally: table.phase === "agree" && set.kind === "holder" ? mine.asked[k] : null,
        byBot: mine.bot_chose,
        disabled: mine.told ?? mine.ready,
        refusal: refusal && index === 0 && concerns(refusal, k) ? word(`refused.${refusal.code}`, refusal.params) : "",
      }),
    );
  }

  /* A refusal stands under the task that was tapped; one about the whole set under the first. */
  function concerns(refusal, k) {
    return refusal.task === k || (refusal.task === "all" && k === 0);
  }

  function part({ value, state }, kind) {
    if (draft.kind !== "deals") return { value, state };
    if (!value) return { value: null, state: "" };
    return { value: kind === "holder" ? value.holder : value.requirements ? "yes" : "no", state };
  }

  function drawFunding({ table, mine, refusal }) {
    funding.hidden = draft.kind !== "deals" || table.phase !== "agree";
    if (funding.hidden) return;
    if (!fundingSet) {
      const pick = (option) => draft.set("funding", option);
      fundingSet = makeSet("funding", mine.order.funding, { legend: word("ui.funding"), pick });
      funding.replaceChildren(fundingSet.node);
    }
    fillSet(fundingSet, {
      shown: draft.on("funding"),
      found: mine.figures.filter((f) => f.kind === "funding"),
      mine,
      byBot: mine.bot_chose,
      disabled: mine.told ?? mine.ready,
      refusal: refusal?.task === "funding" ? word(`refused.${refusal.code}`, refusal.params) : "",
    });
  }

  return { draw };
}
