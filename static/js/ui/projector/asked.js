/* How often each place was asked to carry a task: its mark with a count, once everybody at the table has said it. */
import { structure } from "../../state/structure.js";
import { holderMark } from "../shared/marks.js";
import { write } from "../shared/dom.js";
import { figure, word } from "../../state/words.js";

/** The marks of a task's `asked`, in the order of the places. */
export function askedMarks(asked) {
  return structure.holders.map((holder) => markOf(holder, asked[holder]));
}

function markOf(holder, count) {
  const node = document.createElement("span");
  const told = document.createElement("span");
  told.className = "visually-hidden";
  write(told, ` × ${word(`holder.${holder}`)} `);
  node.className = count ? "" : "none";
  node.append(holderMark(holder), figure(count), told);
  return node;
}
