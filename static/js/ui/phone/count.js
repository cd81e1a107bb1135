/* What a seat has left, in the dock: its evenings as moons, its rounds as walks, its hours as a bar that fills with the
 * signs of the tasks; and under it one line: why a tap was refused, else how much is chosen and whether it is sent. */
import { spent } from "../../state/draft.js";
import { structure } from "../../state/structure.js";
import { at, copy, fillList, say } from "../shared/dom.js";
import { figure, word } from "../../state/words.js";
import { drawHours } from "./hours.js";

const texts = { limit: "", progress: "" };

/** What is left and how far I am, as it is said now. */
export function leftNow() {
  return [texts.limit, texts.progress].filter(Boolean).join(" ");
}

/** Draw it; `signOf(k)` is the sign of a task as an element, null until the picture has come. */
export function drawCount(table, mine, draft, signOf) {
  const counts = draft.kind !== "watch" && !mine.ready;
  drawLimit(table, mine, draft, counts && table.phase === "act", signOf);
  drawProgress(table, draft, counts && draft.kind !== "respond");
  const { refusal } = draft;
  say(at("refusal"), counts && refusal ? word(`refused.${refusal.code}`, refusal.params) : "");
  at("progress").classList.toggle("visually-hidden", !at("refusal").hidden);
}

function drawProgress(table, draft, isCounted) {
  const tasks = table.tasks.length + (draft.kind === "deals" ? 1 : 0);
  const { chosen } = draft;
  const isListed = isCounted && draft.rest === null && !isLast(draft); // then the button says it
  texts.progress = isListed
    ? word(`ui.player.progress.${rest(table, draft, chosen === tasks)}`, { chosen, tasks })
    : "";
  const state = isCounted && chosen ? word(`ui.player.told.${draft.isSent ? "sent" : "pending"}`) : "";
  // At first the button says it, and at the end what is left.
  const isPlain = !chosen || (table.phase === "act" && chosen === tasks);
  say(at("progress"), [isPlain ? "" : texts.progress, state].filter(Boolean).join(" · "));
}

/* Whether what stands there is last round's, and not yet one's own. */
const isLast = (draft) => draft.hasPrefill && draft.isEmpty;

function rest(table, draft, isWhole) {
  if (isWhole) return "whole";
  if (draft.hasPrefill) return "again";
  return table.phase === "act" ? "default" : "open";
}

function drawLimit(table, mine, draft, isShown, signOf) {
  const limit = at("limit");
  limit.hidden = !isShown;
  texts.limit = "";
  if (!isShown) return;
  const used = spent(mine, draft.items);
  const left = mine.limit - used;
  const isOver = left < -1e-9;
  limit.classList.toggle("over", isOver && mine.limit_binds);
  limit.classList.toggle("dashed", isLast(draft));
  texts.limit = limitWords(mine, used, isOver, isLast(draft) ? "last." : "");
  say(at("limit-text"), texts.limit);
  const { sign } = structure.chairs[mine.role];
  const inMarks = sign !== "";
  at("limit-bar").toggleAttribute("hidden", inMarks);
  at("limit-marks").hidden = !inMarks;
  if (inMarks) drawMarks(mine, left, sign);
  else
    drawHours(
      at("limit-bar"),
      mine,
      draft.items,
      table.tasks.map((_, k) => signOf?.(k) ?? null),
    );
}

/* As many marks as there are evenings or rounds; those that were given away leave an empty place. */
function drawMarks({ limit }, left, sign) {
  fillList(
    at("limit-marks"),
    Array.from({ length: limit }, (_, index) => index < left),
    () => copy("limit-mark"),
    ({ node, parts }, isFree) => {
      parts.icon.setAttribute("href", `#icon-${sign}`);
      node.classList.toggle("free", isFree);
    },
  );
}

/* Where the limit does not bind, what is over it is done thinner; that is said, and by how much. Of last round's it is
 * said what it took, as nothing of it is gone yet. */
function limitWords({ role, limit, limit_binds: binds }, used, isOver, last) {
  const code = binds ? role : isOver ? "thinner" : "paid";
  return word(`ui.player.limit.${last}${code}`, {
    left: figure(Math.max(0, limit - used)),
    limit: figure(limit),
    used: figure(used),
    percent: figure((100 * limit) / used, 0),
  });
}
