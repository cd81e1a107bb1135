/* A task as a row, in agree and act: its picture, what it looks like, who carries it, and what this seat chooses. */
import { bandOf, changeOf } from "../street/bands.js";
import { say, write } from "../shared/dom.js";
import { signed, word } from "../shared/words.js";
import { dealWords, privately } from "./card.js";

const FIGURES = {
  join: { joined: 1 },
  take_over: { took_over: 1 },
  together: { worked_along: 1 },
  visit: { visited: 1 },
};
const WINDOWS = { join: "home", wait: "kept", claim: "call" };

/** Bring a row up to date; `shown` is what stands on it (draft.on) and `draft` the set it is part of. */
export function fillRow({ node, parts }, task, k, { table, mine, draft }) {
  const { quality, before } = task;
  const isAct = table.phase === "act";
  parts.standing.hidden = quality === null;
  if (quality !== null) {
    const change = before === null ? 0 : changeOf(quality, before);
    say(parts.look, word(`task.${task.code}.look.${bandOf(quality)}`));
    write(parts.arrow, change > 0 ? "▲" : change < 0 ? "▼" : "");
    const trend = change > 0 ? "up" : change < 0 ? "down" : "same";
    say(parts.trend, before === null ? "" : word(`ui.player.trend.${trend}`));
  }
  say(parts.about, !isAct && table.round === 1 ? word(`task.${task.code}.about`) : "");
  parts.deal.hidden = !isAct;
  if (isAct) {
    parts.place.setAttribute("href", `#icon-place-${task.deal.holder}`);
    say(parts.decided, dealWords(task.deal));
  }
  const told = isAct ? "" : task.answered.map((code) => word(`answered.${code}`)).join(", ");
  say(parts.answered, told && word("answered.after", { told }));
  say(parts.private, isAct ? "" : privately(k, mine));
  const shown = draft.on(k);
  node.dataset.state = shown.state;
  node.dataset.rest = shown.value && shown.value === draft.rest ? shown.value : "";
  say(parts.state, draft.rest ? stateWords(shown.value ?? draft.rest, mine) : "");
}

/* What the picture shows of this person, in words; of an evening kept also what that is on the mark. */
function stateWords(value, { role, figures, mark_point: markPoint }) {
  const { points } = figures.find(({ kind, option }) => kind === "act" && option === value);
  return word(`ui.player.row.${role}.${value}`, { usual: signed(markPoint * points) });
}

/** The data of the street with what this seat chose drawn into task `k`: only its own figure, and its own window. */
export function withOwn(data, k, { mine, draft }) {
  if (draft.kind !== "act") return data;
  const value = draft.on(k).value ?? draft.rest;
  const own = mine.role === "resident" ? { own: WINDOWS[value] } : {};
  return { ...data, tasks: data.tasks.map((task, i) => (i === k ? { ...task, ...FIGURES[value], ...own } : task)) };
}
