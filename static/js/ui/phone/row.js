/* A task as a row, in agree and act: its picture, what it looks like, who carries it, and what this seat chooses. */
import { say } from "../shared/dom.js";
import { hasWord, word } from "../../state/words.js";
import { fillLook } from "./looks.js";

const FIGURES = {
  join: { joined: 1 },
  take_over: { took_over: 1 },
  together: { worked_along: 1 },
  visit: { visited: 1 },
};
const WINDOWS = { join: "home", wait: "kept", claim: "call" };

/** Bring a row up to date, and say of a resident what its picture shows; `shown` is what stands on it (draft.on) and
 * `draft` the set it is part of. */
export function fillRow({ node, parts }, task, k, { table, mine, draft }) {
  const { quality } = task;
  const isAct = table.phase === "act";
  parts.standing.hidden = quality === null;
  if (quality !== null) fillLook(parts, task);
  parts.deal.hidden = !isAct;
  if (isAct) {
    parts.place.setAttribute("href", `#icon-place-${task.deal.holder}`);
    const { holder, requirements } = task.deal;
    say(parts.holder, word(`holder.${holder}`));
    say(
      parts.paper,
      ` · ${word(task.by_itself ? "ui.player.row.by_itself" : `requirements.${requirements ? "yes" : "no"}`)}`,
    );
    parts.paper.classList.toggle("visually-hidden", !requirements); // no paper is what most tasks have
  }
  const shown = draft.on(k);
  node.dataset.state = shown.state;
  node.dataset.rest = shown.value && shown.value === draft.rest ? shown.value : "";
  const state = `ui.player.row.${mine.role}.${shown.value ?? draft.rest}`;
  say(parts.state, hasWord(state) ? word(state) : "");
}

/** The data of the street with what this seat chose drawn into its tasks: only its own figures, and its own windows. */
export function withOwn(data, { mine, draft }) {
  if (draft.kind !== "act") return data;
  const own = (value) => ({ ...FIGURES[value], ...(mine.role === "resident" && { own: WINDOWS[value] }) });
  return { ...data, tasks: data.tasks.map((task, k) => ({ ...task, ...own(draft.on(k).value ?? draft.rest) })) };
}
