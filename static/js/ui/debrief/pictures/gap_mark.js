/* The mark of who was to do a task, or did it. */
import { isOtherwise } from "../../../state/decided.js";
import { ALONE } from "../../../state/holders.js";
import { holderMark } from "../../shared/marks.js";
import { html, svg } from "../../shared/svg.js";

/** The mark of `task` of a round in a row (`decided`, `done`), with its words for who does not see it; framed where it
 * was done otherwise, once that `isTold`. `code` is the task's. */
export function gapMark(row, task, code, isTold, word) {
  const holder = row === "done" ? task.done : task.holder;
  const isApart = row === "done" && task.apart;
  const name = word(isApart ? "debrief.gap.apart" : holder ? `holder.${holder}` : "debrief.gap.nobody");
  const isOther = isTold && row === "done" && isOtherwise(task);
  const other = isOther ? ` ${word("debrief.gap.is_other")}` : "";
  const told = html("span", "visually-hidden", `${word(`task.${code}.name`)}: ${name}.${other} `);
  return html("span", `gap-mark${isOther ? " otherwise" : ""}`, ...marksOf(holder, isApart), told);
}

function marksOf(holder, isApart) {
  if (isApart) return [apartMark()];
  return [holder ? holderMark(holder) : nobodyMark()];
}

/** The mark of residents and professionals who did something apart from each other. */
export function apartMark() {
  return html("span", "gap-apart", ...ALONE.map(holderMark));
}

/** The mark of nobody. */
export function nobodyMark() {
  const ring = svg("circle", { class: "mark-nobody", cx: 12, cy: 12, r: 8.5 });
  return svg("svg", { class: "holder-mark", viewBox: "0 0 24 24", "aria-hidden": "true" }, ring);
}
