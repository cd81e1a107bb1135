/* What binds everybody, said before one chooses: how professionals are paid and what it was, paper that stands by
 * itself, and what one's own answer of last round did. */
import { at, fillList, say } from "../shared/dom.js";
import { listed, word } from "../../state/words.js";

/** Draw it in agree and act; what only tells how it went (`told`) need not stand before the choices. */
export function drawBinds(table, mine) {
  const lines = linesOf(table, mine);
  at("binds").hidden = !lines.length;
  at("binds").classList.toggle("told", !table.tasks.some((task) => task.by_itself));
  fillList(
    at("binds"),
    lines,
    () => ({ node: document.createElement("li") }),
    ({ node }, line) => say(node, line),
  );
}

/* How professionals are paid is said where they give their hours away (where those are few, with them: week.js); others
 * read of it where it changed. */
function linesOf(table, mine) {
  if (mine.seat === null) return [];
  if (table.phase === "act") return [changed(table) || (mine.week?.empty === false && paid(table))].filter(Boolean);
  if (table.phase !== "agree" || table.funding_before === null) return [];
  return [...answered(table, mine.gave), byItself(table, mine)].filter(Boolean);
}

const nameOf = (table, k) => word(`task.${table.tasks[k].code}.name`);
const paid = ({ funding }) => word("ui.player.paid", { funding: word(`funding.${funding}`) });

/* That it changed is for all; a professional's own figures say what it does (weigh.js). */
function changed({ funding, funding_before: before }) {
  if (before === null || funding === before) return "";
  return word("ui.player.paid_now", { funding: word(`funding.${funding}`), before: word(`funding.${before}`) });
}

/* A line for each thing that came of an answer, with the tasks it came to. */
function answered(table, gave) {
  const found = new Map();
  for (const one of gave) {
    const what = `${one.came} ${one.answer}`;
    found.set(what, { ...one, tasks: [...(found.get(what)?.tasks ?? []), nameOf(table, one.task)] });
  }
  return [...found.values()].map(({ came, answer, tasks }) =>
    word(`ui.player.gave.${came}`, {
      tasks: listed(tasks),
      answer: word(`respond.${answer}`).replaceAll("\u00AD", ""),
    }),
  );
}

/* Whoever wrote it down reads that already. */
function byItself(table, { gave }) {
  const told = gave.filter(({ came }) => came === "on_paper").map(({ task }) => task);
  const tasks = table.tasks.map((_, k) => k).filter((k) => table.tasks[k].by_itself && !told.includes(k));
  if (!tasks.length) return "";
  return word("ui.player.by_itself", { tasks: listed(tasks.map((k) => nameOf(table, k))) });
}
