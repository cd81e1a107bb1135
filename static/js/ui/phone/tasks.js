/* The tasks in agree, act and outcome: a row each where one chooses, a card each for who looks on, and after an outcome
 * those where something asks an answer; and the own result. */
import { createPledge } from "../../state/pledge.js";
import { structure } from "../../state/structure.js";
import { isAsked, troubledIn } from "../../state/trouble.js";
import { at, copy, fillList, write } from "../shared/dom.js";
import { word } from "../../state/words.js";
import { drawBinds } from "./binds.js";
import { fillSet, makeSet } from "./choices.js";
import { drawCount, leftNow } from "./count.js";
import { createFunding } from "./funding.js";
import { drawLines } from "./lines.js";
import { drawLooks } from "./looks.js";
import { drawMore } from "./more.js";
import { createPicture } from "./picture.js";
import { bindPromise, fillPromise } from "./promise.js";
import { fillRow, withOwn } from "./row.js";
import { fillTrouble } from "./trouble.js";
import { drawWeek } from "./week.js";
import { drawWeigh, isSame, riskOf, worthOf } from "./weigh.js";

const ON_PAPER = { yes: true, no: false };
const ROWS = ["act", "propose", "deals"];
const OF_PLAY = ["lines", "looks", "my-street", "more"];
const TELLING = ["outcome", "time_out"];
const FEW = 2; // in trouble, of which the stories, all answers and the street have room

/** Draws into `list` and the `funding` card; taps go to `draft`, promises to `send` (`changed()` draws anew), and
 * `createPart` fetches the picture of the street. */
export function createTasks(list, funding, { draft, send, changed }, createPart) {
  const pledge = createPledge(send, changed);
  const picture = createPicture(createPart);
  const drawFunding = createFunding(funding, draft);
  const told = createPart(
    () => import("./told.js"),
    (found) => found,
  );
  let shape = "";

  function draw(table, mine) {
    const wanted = `${table.step} ${draft.kind} ${table.round > 1}`;
    if (wanted !== shape) clear(table.round > 1);
    shape = wanted;
    pledge.show(table, mine);
    const context = { table, mine, draft, pledge };
    const shown = table.phase === "outcome" ? troubledIn(table) : table.tasks.map((_, k) => k);
    const count = table.phase === "outcome" ? shown.length : 0;
    document.body.classList.toggle("of-many", count > FEW);
    document.body.classList.toggle("of-all", count > FEW + 1);
    document.body.classList.toggle("asks", count > 0 && isAsked(table, mine));
    fillList(
      list,
      shown,
      (index) => makeCard(shown[index], !index || count <= FEW, context),
      (card, k) => fillCard(card, table.tasks[k], k, context),
    );
    drawLines(table, mine);
    drawWeek(table, mine);
    drawBinds(table, mine);
    drawFunding(context);
    drawWeigh(at("weigh"), context);
    drawCount(table, mine, draft, picture.signOf);
    picture.draw(table, mine, (data) => withOwn(data, context));
    drawLooks(table, picture.signOf);
    tell(table, mine);
    drawMore(table, mine, told);
  }

  /* What only this chair sees of an outcome. */
  function tell(table, mine) {
    if (told.here) {
      told.here.drawResult(table, mine);
      told.here.drawGauge(table, mine);
      if (table.phase === "outcome" && table.round > 1) told.here.fetchAhead();
    } else {
      for (const id of ["result", "gauge"]) at(id).hidden = true;
      if (TELLING.includes(table.phase)) told.bring();
    }
  }

  function clear(isLater) {
    list.replaceChildren();
    list.filled = [];
    document.body.dataset.choice = draft.kind;
    document.body.dataset.rounds = isLater ? "later" : "first";
  }

  function makeCard(k, isOpen, { table, mine }) {
    const row = draft.kind === "deals" && table.round > 1 ? "deal-row" : "task-row";
    const card = copy(table.phase === "outcome" ? "trouble-row" : ROWS.includes(draft.kind) ? row : "task-card");
    const name = word(`task.${table.tasks[k].code}.name`);
    write(card.parts.name, name);
    card.node.dataset.task = String(k);
    // A few lie open, to be read before one answers; of more the others are a line that unfolds.
    if (card.parts.told) card.parts.told.open = isOpen;
    if (card.parts.promise) bindPromise(card, k, pledge);
    card.sets = setsOf(k, name, table, mine);
    card.parts.sets.append(...card.sets.map(({ node }) => node));
    return card;
  }

  function setsOf(k, legend, table, mine) {
    const pick = (option) => draft.set(k, option);
    const holder = (choose) =>
      makeSet("holder", structure.holders, {
        legend: `${legend}: ${word("ui.player.who_carries")}`,
        pick: choose,
      });
    switch (draft.kind) {
      case "act": {
        const options = mine.order.act.filter((option) => option !== draft.rest);
        return [makeSet(`act.${mine.role}`, options, { legend, off: draft.rest, pick })];
      }
      case "propose":
        return [holder(pick)];
      case "deals":
        return dealSets(k, legend, holder, table.round > 1);
      case "respond":
        return [makeSet("respond", mine.order.respond, { legend, pick })];
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
    return [holder(carry), makeSet("requirements", ["yes"], { legend, off: "no", pick: put })];
  }

  function fillCard(card, task, k, context) {
    const { table, mine } = context;
    if (table.phase === "outcome") fillTrouble(card, k, table, picture.signOf);
    else if (ROWS.includes(draft.kind)) {
      fillRow(card, task, k, context);
      fillPromise(card, task, k, context);
      picture.plot(card.parts.picture, k, table, mine, (data) => withOwn(data, context));
    } else if (told.here)
      told.here.fillStanding(card, { ...task, asked: task.asked ?? mine.asked[k] }, table, mine.seat === null);
    else told.bring();
    const shown = draft.on(k);
    for (const set of card.sets)
      fillSet(set, {
        shown: part(shown, set.kind),
        found: draft.kind === "respond" && !isSame(mine) ? mine.figures.filter((one) => isOf(one, k)) : [],
        note: noteOf(set, k, context),
        mine,
        tally: table.phase === "agree" && set.kind === "holder" ? mine.asked[k] : null,
        byBot: mine.bot_chose,
        disabled: mine.told ?? mine.ready,
      });
  }

  /* What stands on an option beside its name: what an evening counts, what an incident costs with what is picked. */
  function noteOf({ kind }, k, context) {
    if (kind.startsWith("act")) return (option) => worthOf(context.mine, k, option);
    return kind === "requirements" ? () => riskOf(context, k) : undefined;
  }

  const isOf = ({ kind, task }, k) => kind === "respond" && (task === k || task === null);

  function part({ value, state }, kind) {
    if (draft.kind !== "deals") return { value, state };
    if (!value) return { value: null, state: "" };
    return { value: kind === "holder" ? value.holder : value.requirements ? "yes" : "no", state };
  }

  /* Outside the rounds nothing of it is shown, but one's own gauge in the time-out. */
  function rest(table, mine) {
    document.body.classList.remove("of-many", "of-all", "asks"); // an outcome's, also where somebody did not answer
    for (const id of OF_PLAY) at(id).hidden = true;
    tell(table, mine);
  }

  return { draw, rest, left: leftNow, told };
}
