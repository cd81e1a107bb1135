/* What the card of a task says: what it looks like, what was asked and decided, and what happened. */
import { structure } from "../../state/structure.js";
import { copy, fillList, say, setBar, write } from "../shared/dom.js";
import { figure, sentence, word } from "../../state/words.js";
import { bandOf } from "../street/bands.js";
import { changeOf } from "../../state/changes.js";
import { SHAPES, whoWords } from "./promise.js";

const { holders: HOLDERS } = structure;

/** Quality, asked and decided: known in every phase after the first outcome. */
export function fillStanding({ parts }, task, table, looksOn) {
  parts.quality.hidden = parts.standing.hidden = task.quality === null;
  say(parts.about, table.phase === "agree" && table.round === 1 ? word(`task.${task.code}.about`) : "");
  if (task.quality !== null) fillQuality(parts, task);
  const told = task.answered.map((code) => word(`answered.${code}`)).join(", ");
  say(parts.answered, told && word("answered.after", { told }));
  say(parts.promised, task.promised ? whoWords(task.promised) : "");
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
      one.icon.setAttribute("href", `#icon-place-${holder}`);
      say(one.count, String(task.asked[holder]));
      say(one.text, `${task.asked[holder]} × ${word(`holder.${holder}`)}, `);
    },
  );
  parts["decided-row"].hidden = !decided;
  if (decided) say(parts.decided, dealWords(task.deal));
}

/* Who carries a task, and whether that is on paper. */
function dealWords(deal) {
  return `${word(`holder.${deal.holder}`)} · ${word(`requirements.${deal.requirements ? "yes" : "no"}`)}`;
}

function fillQuality(parts, { code, quality, before }) {
  say(parts.look, word(`task.${code}.look.${bandOf(quality)}`));
  setBar(parts.fill, quality);
  parts.before.classList.toggle("none", before === null);
  if (before !== null) parts.before.setAttribute("x", String(Math.round(before * 100)));
  const change = before === null ? 0 : changeOf(quality, before);
  write(parts.arrow, change > 0 ? "▲" : change < 0 ? "▼" : "");
  write(parts.figure, word("ui.player.quality", { quality: figure(100 * quality, 0) }));
  say(parts.trend, before === null ? "" : word(`ui.player.trend.${change > 0 ? "up" : change < 0 ? "down" : "same"}`));
}

/** What happened, how many did what (counts, no names), and what only this chair heard or asked for. */
export function fillReport({ node, parts }, k, table, mine) {
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

/** What only this chair heard or asked for about task `k`, "" for nothing. */
export function privately(k, mine) {
  const heard = mine.heard.find(({ task }) => task === k);
  const asked = mine.inspected.find(({ task }) => task === k);
  const lines = [];
  if (heard) lines.push(`${word("ui.player.heard")} ${sentence(heard.sentence)}`);
  if (asked) {
    const percent = (share) => Math.round(100 * share);
    const figures = { quality: percent(asked.quality), complaints: percent(asked.complaints) };
    const done = { joined: percent(asked.joined), share: percent(asked.professional_share ?? 0) };
    const isNobodys = asked.professional_share === null;
    lines.push(
      isNobodys ? word("ui.player.inspected_nobody", figures) : word("ui.player.inspected", { ...figures, ...done }),
    );
  }
  return lines.join(" ");
}
