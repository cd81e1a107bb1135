/* What binds everybody, said before one chooses: how professionals are paid and what it was, paper that stands by
 * itself, and what one's own answer of last round did. */
import { at, fillList, say } from "../shared/dom.js";
import { answeredOf, decides } from "../../state/opening.js";
import { listed, word } from "../../state/words.js";

/** Draw it in agree and act. */
export function drawBinds(table, mine) {
  const lines = linesOf(table, mine);
  at("binds").hidden = !lines.length;
  fillList(
    at("binds"),
    lines,
    () => ({ node: document.createElement("li") }),
    ({ node }, line) => say(node, line),
  );
}

/* How professionals are paid is said where they give their hours away (where those are few, with them: week.js); others
 * read of it where it changed, and who can promise knows it by then. */
function linesOf(table, mine) {
  if (mine.seat === null) return [];
  if (table.phase === "act")
    return [changed(table) || (mine.week?.empty === false && !mine.promise && paid(table))].filter(Boolean);
  if (table.phase !== "agree" || table.funding_before === null) return [];
  // Who decides has how it went folded (more.js).
  if (decides(mine)) return [byItself(table, "ui.player.by_itself_short", [])].filter(Boolean);
  const told = mine.gave.filter(({ came }) => came === "on_paper").map(({ task }) => task); // reads that already
  return [...answeredOf(table, mine), byItself(table, "ui.player.by_itself", told)].filter(Boolean);
}

const paid = ({ funding }) => word("ui.player.paid", { funding: word(`funding.${funding}`) });

/* That it changed is for all; a professional's own figures say what it does (weigh.js). */
function changed({ funding, funding_before: before }) {
  if (before === null || funding === before) return "";
  return word("ui.player.paid_now", { funding: word(`funding.${funding}`), before: word(`funding.${before}`) });
}

function byItself({ tasks }, code, told) {
  const found = tasks.filter((task, k) => task.by_itself && !told.includes(k));
  if (!found.length) return "";
  return word(code, { tasks: listed(found.map((task) => word(`task.${task.code}.name`))) });
}
