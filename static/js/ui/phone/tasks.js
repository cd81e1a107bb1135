/* The cards of the tasks in agree, act and outcome: what they look like, what was asked and decided, and the
 * choices. */
import { structure } from "../../state/structure.js";
import { at, copy, fillList, say, setBar, write } from "../shared/dom.js";
import { drawSame, fillSet, makeSet } from "./choices.js";
import { drawWeek } from "./week.js";
import { figure, sentence, word } from "../shared/words.js";

const BANDS = [0.4, 0.6, 0.8];
const SHAPES = { municipality: "■", resident: "●", professional: "▲" };
const { holders: HOLDERS } = structure;
const ON_PAPER = { yes: true, no: false };

/** Draws into `list` and the `funding` card; taps go to `draft`. */
export function createTasks(list, funding, draft) {
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
      legend: `${name}: ${word("ui.who_carries")}`,
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

/** Quality, asked and decided: known in every phase after the first outcome. */
function fillStanding({ parts }, task, table, looksOn) {
  parts.quality.hidden = parts.standing.hidden = task.quality === null;
  say(parts.about, table.phase === "agree" && table.round === 1 ? word(`task.${task.code}.about`) : "");
  if (task.quality !== null) fillQuality(parts, task);
  const told = task.answered.map((code) => word(`answered.${code}`)).join(", ");
  say(parts.answered, told && word("answered.after", { told }));
  const decided = table.phase !== "agree";
  // Who looks on has no options with a tally, so what is asked stands here.
  parts.deal.hidden = !decided && !looksOn;
  if (parts.deal.hidden) return;
  const asked = table.phase === "act" || !decided ? HOLDERS.filter((holder) => task.asked?.[holder]) : [];
  parts["asked-row"].hidden = asked.length === 0;
  fillList(
    parts.asked,
    asked,
    () => copy("asked-holder"),
    ({ parts: one }, holder) => {
      one.icon.setAttribute("href", `#icon-${holder === "together" ? "mixed" : holder}`);
      say(one.count, String(task.asked[holder]));
      say(one.text, `${task.asked[holder]} × ${word(`holder.${holder}`)}, `);
    },
  );
  parts["decided-row"].hidden = !decided;
  if (decided) say(parts.decided, dealWords(task.deal));
}

function dealWords(deal) {
  return `${word(`holder.${deal.holder}`)} · ${word(`requirements.${deal.requirements ? "yes" : "no"}`)}`;
}

function fillQuality(parts, { code, quality, before }) {
  const band = BANDS.filter((least) => quality >= least).length;
  say(parts.look, word(`task.${code}.look.${band}`));
  setBar(parts.fill, quality);
  parts.before.classList.toggle("none", before === null);
  if (before !== null) parts.before.setAttribute("x", String(Math.round(before * 100)));
  const change = before === null ? 0 : Math.round(100 * quality) - Math.round(100 * before);
  write(parts.arrow, change > 0 ? "▲" : change < 0 ? "▼" : "");
  write(parts.figure, word("ui.quality", { quality: figure(100 * quality, 0) }));
  say(parts.trend, before === null ? "" : word(`ui.trend.${change > 0 ? "up" : change < 0 ? "down" : "same"}`));
}

/** What happened, how many did what (counts, no names), and what only this chair heard or asked for. */
function fillReport({ node, parts }, k, table, mine) {
  const report = table.phase === "outcome" ? table.report[k] : null;
  node.classList.toggle("trouble", Boolean(report?.trouble));
  say(parts.sentence, report?.setback ? "" : sentence(report?.sentence)); // what happened to the streets leads the news
  const tags = report?.trouble ? [report.setback ? "setback" : report.incident ? "incident" : "complaints"] : [];
  parts.tags.hidden = tags.length === 0;
  fillList(parts.tags, tags, makeTag, ({ node: tag }, code) => say(tag, word(`ui.tag.${code}`)));
  const counts = report ? report.acted.filter(({ counts: found }) => Object.keys(found).length) : [];
  parts.counts.hidden = counts.length === 0;
  fillList(parts.counts, counts, () => copy("count-line"), fillCounts);
  say(parts.private, privately(k, mine));
}

function makeTag() {
  const node = document.createElement("span");
  node.className = "tag";
  return { node };
}

function fillCounts({ parts }, { role, counts }) {
  parts.mark.dataset.role = role;
  write(parts.mark, SHAPES[role]);
  write(parts.role, `${word(`role.${role}`)}: `);
  const said = Object.entries(counts).map(([act, count]) => `${count} × ${word(`act.${role}.${act}`)}`);
  say(parts.text, said.join(" · "));
}

function privately(k, mine) {
  const heard = mine.heard.find(({ task }) => task === k);
  const asked = mine.inspected.find(({ task }) => task === k);
  const lines = [];
  if (heard) lines.push(`${word("ui.heard")} ${sentence(heard.sentence)}`);
  if (asked) {
    const percent = (share) => Math.round(100 * share);
    lines.push(
      word("ui.inspected", {
        quality: percent(asked.quality),
        complaints: percent(asked.complaints),
        joined: percent(asked.joined),
        share: percent(asked.professional_share),
      }),
    );
  }
  return lines.join(" ");
}
