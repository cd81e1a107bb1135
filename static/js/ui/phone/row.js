/* A task as a row, in agree and act: its picture, what it looks like, who carries it, and what this seat chooses. */
import { structure } from "../../state/structure.js";
import { say } from "../shared/dom.js";
import { hasWord, word } from "../../state/words.js";
import { fillLook } from "./looks.js";

/* What an act counts as that can be seen at a task, and in the own window: there the first that it counts as. */
const SEEN = ["joined", "took_over", "worked_along", "visited"];
const WINDOWS = { claimed: "call", kept_evenings: "kept", joined: "home" };

/** Bring a row up to date, and say of a resident what its picture shows; `shown` is what stands on it (draft.on) and
 * `draft` the set it is part of. */
export function fillRow({ node, parts }, task, k, { table, mine, draft }) {
  const { quality } = task;
  const shown = draft.on(k);
  const deal = table.phase === "act" ? task.deal : parts.asked && shown.value;
  parts.standing.hidden = quality === null;
  if (quality !== null) fillLook(parts, task);
  parts.deal.hidden = !deal;
  if (deal) {
    const { holder, requirements } = deal;
    parts.place.setAttribute("href", `#icon-place-${holder}`);
    const short = requirements ? "ui.player.short." : "";
    say(parts.holder, word(`${short}holder.${holder}`));
    say(
      parts.paper,
      ` · ${word(task.by_itself ? "ui.player.row.by_itself" : `${short}requirements.${requirements ? "yes" : "no"}`)}`,
    );
    parts.paper.classList.toggle("visually-hidden", !requirements); // no paper is what most tasks have
  }
  if (parts.asked) say(parts.asked, askedOf(mine.asked[k]));
  node.dataset.state = shown.state;
  node.dataset.rest = shown.value && shown.value === draft.rest ? shown.value : "";
  const state = `ui.player.row.${mine.role}.${shown.value ?? draft.rest}`;
  say(parts.state, shown.state !== "prefilled" && hasWord(state) ? word(state) : "");
}

/* Who asked what, beside what stands there, for whom the choices are folded. */
const askedOf = (asked) =>
  structure.holders
    .filter((holder) => asked?.[holder])
    .map((holder) => `${word(`ui.player.short.holder.${holder}`)}\u00a0${"●".repeat(asked[holder])}`)
    .join(" · ");

/** The data of the street with what this seat chose drawn into its tasks: only its own figures, and its own windows. */
export function withOwn(data, { mine, draft }) {
  if (draft.kind !== "act") return data;
  const { acts } = structure.chairs[mine.role];
  const own = (act) => ownPart(acts[act] ?? []);
  return { ...data, tasks: data.tasks.map((task, k) => ({ ...task, ...own(draft.on(k).value ?? draft.rest) })) };
}

function ownPart(counts) {
  const seen = SEEN.filter((code) => counts.includes(code)).map((code) => [code, 1]);
  const window = Object.keys(WINDOWS).find((code) => counts.includes(code));
  return { ...Object.fromEntries(seen), ...(window && { own: WINDOWS[window] }) };
}
