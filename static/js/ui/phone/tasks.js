/* The tasks in agree, act and outcome: a row each where one chooses, a card each where one reads; and the own
 * result. */
import { structure } from "../../state/structure.js";
import { at, copy, fillList, write } from "../shared/dom.js";
import { word } from "../shared/words.js";
import { fillReport, fillStanding } from "./card.js";
import { fillSet, makeSet } from "./choices.js";
import { drawCount, leftNow } from "./count.js";
import { createFunding } from "./funding.js";
import { createPicture } from "./picture.js";
import { drawResult } from "./result.js";
import { fillRow, withOwn } from "./row.js";
import { drawWeek } from "./week.js";
import { drawWeigh } from "./weigh.js";

const ON_PAPER = { yes: true, no: false };
const ROWS = ["act", "propose", "deals"];

/** Draws into `list` and the `funding` card; taps go to `draft`, and `createPart` fetches the picture of the street. */
export function createTasks(list, funding, draft, createPart) {
  const picture = createPicture(createPart);
  const drawFunding = createFunding(funding, draft);
  let shape = "";

  function draw(table, mine) {
    const wanted = `${table.step} ${draft.kind} ${table.round > 1}`;
    if (wanted !== shape) clear(table.round > 1);
    shape = wanted;
    const context = { table, mine, draft };
    fillList(
      list,
      table.tasks,
      (k) => makeCard(k, context),
      (card, task, k) => fillCard(card, task, k, context),
    );
    drawWeek(table, mine);
    drawFunding(context);
    drawWeigh(at("weigh"), context);
    drawCount(table, mine, draft, picture.signOf);
    picture.draw(table, mine);
    drawResult(table, mine);
  }

  function clear(isLater) {
    list.replaceChildren();
    list.filled = [];
    document.body.dataset.choice = draft.kind;
    document.body.dataset.rounds = isLater ? "later" : "first";
  }

  function makeCard(k, { table, mine }) {
    const card = copy(ROWS.includes(draft.kind) ? "task-row" : "task-card");
    const name = word(`task.${table.tasks[k].code}.name`);
    write(card.parts.name, name);
    card.sets = setsOf(k, name, table, mine);
    card.parts.sets.append(...card.sets.map(({ node }) => node));
    return card;
  }

  function setsOf(k, legend, table, mine) {
    const pick = (option) => draft.set(k, option);
    const holder = (choose) =>
      makeSet("holder", structure.holders, {
        legend: `${legend}: ${word("ui.player.who_carries")}`,
        short: true,
        pick: choose,
      });
    switch (draft.kind) {
      case "act": {
        const options = mine.order.act.filter((option) => option !== draft.rest);
        return [makeSet(`act.${mine.role}`, options, { legend, short: true, off: draft.rest, pick })];
      }
      case "propose":
        return [holder(pick)];
      case "deals":
        return dealSets(k, legend, holder, table.round > 1);
      case "respond":
        return table.report[k]?.trouble && table.form === "full"
          ? [makeSet("respond", mine.order.respond, { legend, pick })]
          : [];
      default:
        return [];
    }
  }

  /* Who carries it, and from round 2 a switch for paper. */
  function dealSets(k, name, holder, withPaper) {
    const deal = () => draft.on(k).value;
    const carry = (option) => draft.set(k, { holder: option, requirements: deal()?.requirements ?? false });
    if (!withPaper) return [holder(carry)];
    const put = (option) => draft.set(k, { ...deal(), requirements: ON_PAPER[option] });
    const legend = `${name}: ${word("ui.requirements")}`;
    return [holder(carry), makeSet("requirements", ["yes"], { legend, short: true, off: "no", pick: put })];
  }

  function fillCard(card, task, k, context) {
    const { table, mine } = context;
    if (ROWS.includes(draft.kind)) {
      fillRow(card, task, k, context);
      picture.plot(card.parts.picture, k, table, mine, (data) => withOwn(data, k, context));
    } else {
      fillStanding(card, { ...task, asked: task.asked ?? mine.asked[k] }, table, mine.seat === null);
      fillReport(card, k, table, mine);
    }
    const shown = draft.on(k);
    for (const set of card.sets)
      fillSet(set, {
        shown: part(shown, set.kind),
        found: draft.kind === "respond" ? mine.figures.filter((one) => one.kind === "respond" && isOf(one, k)) : [],
        mine,
        tally: table.phase === "agree" && set.kind === "holder" ? mine.asked[k] : null,
        byBot: mine.bot_chose,
        disabled: mine.told ?? mine.ready,
      });
  }

  const isOf = ({ task }, k) => task === k || task === null;

  function part({ value, state }, kind) {
    if (draft.kind !== "deals") return { value, state };
    if (!value) return { value: null, state: "" };
    return { value: kind === "holder" ? value.holder : value.requirements ? "yes" : "no", state };
  }

  return { draw, left: leftNow };
}
