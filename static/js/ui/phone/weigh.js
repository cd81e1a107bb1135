/* What every option costs or brings this chair, and what it does for the task: once above the rows, in one form for all
 * roles. */
import { structure } from "../../state/structure.js";
import { copy, fillList, say } from "../shared/dom.js";
import { euros, figure, signed, word } from "../shared/words.js";

const SHOWN = { propose: asking, deals: deciding, act: acting };

/** What is said of each option of the set that is open: its drawing, its short word, what it is for the chair and for
 * the task. */
export function linesOf(context) {
  return SHOWN[context.draft.kind]?.(context) ?? [];
}

/** Draw it for the set that is open. */
export function drawWeigh(list, context) {
  const lines = linesOf(context);
  list.hidden = !lines.length;
  fillList(list, lines, () => copy("weigh-line"), fillLine);
}

function fillLine({ parts }, { icon, label, chair, task }) {
  parts.icon.setAttribute("href", `#icon-${icon}`);
  say(parts.label, label);
  say(parts.chair, chair);
  say(parts.task, task);
}

const line = (kind, option, icon, chair) => ({
  icon,
  label: word(`ui.player.short.${kind}.${option}`),
  chair,
  task: word(`ui.player.weigh.task.${kind}.${option}`),
});

/* A proposal costs nothing; of who carries it everybody says the same. */
function asking() {
  return structure.holders.map((holder) => line("holder", holder, `place-${holder}`, ""));
}

/* What a chair loses at an incident is as much less on paper as its own figures say. */
function deciding({ table, mine }) {
  const of = (kind, option, task = 0) =>
    mine.figures.find((one) => one.kind === kind && one.option === option && one.task === task);
  const [open, covered] = ["no", "yes"].map((option) => of("requirements", option));
  const share = open.blame > 0 ? covered.blame / open.blame : 1;
  const wasOnPaper = table.tasks[0].deal.requirements;
  const blame = (holder) => {
    const full = of("holder", holder).blame / (wasOnPaper ? share : 1);
    const usual = signed(-full);
    return table.round > 1 ? word("ui.player.weigh.blame_paper", { usual, other: signed(-full * share) }) : usual;
  };
  const lines = structure.holders.map((holder) => line("holder", holder, `place-${holder}`, blame(holder)));
  if (table.round === 1) return lines;
  return [
    ...lines,
    line("requirements", "yes", "yes", word("ui.player.weigh.money", { money: euros(covered.money, 2) })),
  ];
}

function acting(context) {
  const { mine } = context;
  return mine.order.act.map((option) => line(`act.${mine.role}`, option, option, costs(option, context)));
}

/* In this order for every role: what it takes, what it does to the own mark, and what more it can. */
function costs(option, { table, mine }) {
  const found = mine.figures.filter((one) => one.kind === "act" && one.option === option);
  const [any] = found;
  const { role, mark_point: markPoint } = mine;
  const points = (list) => (list.length ? signed(markPoint * list[0].points) : null);
  const isCase = ({ task }) => CASES[role]?.(table.tasks[task].deal);
  const usual = points(found.filter((one) => !isCase(one)));
  const other = points(found.filter(isCase));
  const said = [
    any.evenings && word("ui.player.weigh.evening", { count: any.evenings }),
    role === "professional" && word("ui.player.weigh.hours", { hours: figure(any.hours) }),
    role === "municipality" && any.takes && word("ui.player.weigh.walk"),
    any.calm && word("ui.player.weigh.calm", { percent: figure(100 * any.calm, 0) }),
    role !== "municipality" && markWords(role, usual, other),
    any.craft && word("ui.player.weigh.craft", { more: signed(markPoint * any.craft) }),
  ];
  return said.filter(Boolean).join(", ");
}

/* Where a figure is another one on some of the table's tasks: for a resident on paper, for a professional where
 * residents carry it. */
const CASES = {
  resident: ({ requirements }) => requirements,
  professional: ({ holder }) => holder === "residents",
};

function markWords(role, usual, other) {
  if (usual === null || other === null || usual === other) return usual ?? other;
  return word(`ui.player.weigh.mark.${role}`, { usual, other });
}
