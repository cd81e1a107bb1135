/* What every option costs or brings this chair, and what it does for the task: once above the rows, in one form for all
 * roles, under what the figures are of. */
import { troubledIn } from "../../state/trouble.js";
import { structure } from "../../state/structure.js";
import { copy, fillList, say } from "../shared/dom.js";
import { euros, figure, signed, word } from "../../state/words.js";

const SHOWN = { propose: asking, deals: deciding, act: acting, respond: answering };

/** What is said of each option of the set that is open: its drawing, its short word, what it is for the chair and for
 * the task. */
export function linesOf(context) {
  return SHOWN[context.draft.kind]?.(context) ?? [];
}

/** Draw it for the set that is open. */
export function drawWeigh(list, context) {
  const lines = linesOf(context);
  list.hidden = !lines.length;
  if (lines.some(({ chair }) => chair)) lines.unshift(headOf(lines, context.mine));
  fillList(list, lines, () => copy("weigh-line"), fillLine);
}

/* What the columns are of; between brackets stands the figure of a case. */
export function headOf(lines, { role }) {
  const of = word(`ui.player.weigh.head.${lines[0].kind}`);
  const inCase = lines.some(({ chair }) => chair.includes("(")) ? word(`ui.player.weigh.case.${role}`) : "";
  return { chair: `${of} ${inCase}`.trim(), task: word("ui.player.weigh.head.task") };
}

function fillLine({ parts }, { icon, label, chair, task }) {
  parts.icon.setAttribute("href", `#icon-${icon}`);
  say(parts.label, label);
  say(parts.chair, chair);
  say(parts.task, task);
}

const line = (kind, option, icon, chair, hours = "") => {
  const label = word(`ui.player.short.${kind}.${option}`) + hours;
  return { kind, icon, label, chair, task: word(`ui.player.weigh.task.${kind}.${option}`) };
};

/* A proposal costs nothing; what is said of who carries it is the same for all, and in every round. */
function asking({ table }) {
  if (table.round > 1) return [];
  return structure.holders.map((holder) => line("holder", holder, `place-${holder}`, ""));
}

/* What a chair loses at an incident on task `k`, by who carries it and whether it is on paper; what paper costs. */
function blameOf({ table, mine }, k, holder, onPaper) {
  const of = (kind, option) => mine.figures.find((one) => one.kind === kind && one.option === option && one.task === k);
  const [open, covered] = ["no", "yes"].map((option) => of("requirements", option));
  const share = open.blame > 0 ? (covered.blame || 0) / open.blame : 1;
  const { requirements } = table.tasks[k].deal; // with which the server reckoned
  const bare = of("holder", holder).blame / (requirements ? share : 1);
  return { lost: signed(-bare * (onPaper ? share : 1)), money: covered.money || 0 };
}

function deciding(context) {
  return structure.holders.map((holder) =>
    line("holder", holder, `place-${holder}`, blameOf(context, 0, holder, false).lost),
  );
}

/** What paper on task `k` costs and what an incident costs with it, by who carries it there now; "" undecided. */
export function riskOf({ table, mine, draft }, k) {
  const deal = draft.on(k).value;
  if (!deal) return "";
  const { lost, money } = blameOf({ table, mine }, k, deal.holder, true);
  return word(`ui.player.weigh.${deal.requirements ? "risk_now" : "money"}`, { lost, money: euros(money, 2) });
}

/* An answer's figure hangs on the task; where they are not the same for all of them, they stand on the buttons. A
 * column of nothing is left out. */
function answering({ table, mine }) {
  if (!troubledIn(table).length) return [];
  const { order, mark_point: markPoint } = mine;
  const usual = (option) => signed(markPoint * answersOf(mine).find((one) => one.option === option).points);
  const isTold = isSame(mine) && order.respond.some((option) => usual(option) !== "0");
  return order.respond.map((option) => line("respond", option, option, isTold ? usual(option) : ""));
}

const answersOf = ({ figures }) => figures.filter(({ kind }) => kind === "respond");

/** Whether each answer does the same to the own mark on every task. */
export function isSame(mine) {
  const told = answersOf(mine).map(({ option, points }) => `${option} ${signed(mine.mark_point * points)}`);
  return new Set(told).size <= new Set(answersOf(mine).map(({ option }) => option)).size;
}

function acting(context) {
  const { mine } = context;
  return mine.order.act.map((act) => line(`act.${mine.role}`, act, act, costs(act, context), hoursOf(act, mine)));
}

/* Beside the name: a column of its own would be empty for the other chairs. */
function hoursOf(act, { figures }) {
  const { hours } = figures.find(({ option }) => option === act);
  return hours ? ` · ${word("ui.player.weigh.hours", { hours: figure(hours) })}` : "";
}

/* In this order for every role: what it does to the own mark and can do more. */
function costs(option, { table, mine, draft }) {
  const of = (act) => mine.figures.filter((one) => one.kind === "act" && one.option === act);
  const found = of(option);
  const [any] = found;
  const rests = option === draft.rest;
  // An evening that is left over pays once, whatever else one does: as in the line of the mark that comes of it.
  const left = any.kept && !rests ? of(draft.rest)[0].points : 0;
  const { role, mark_point: markPoint } = mine;
  const points = (list) => (list.length ? signed(markPoint * (list[0].points - left)) : null);
  const isCase = ({ task }) => CASES[role]?.(table.tasks[task].deal, role);
  const usual = points(found.filter((one) => !isCase(one)));
  const other = points(found.filter(isCase));
  const own =
    role in CASES && markWords(usual, other, any.craft && signed(markPoint * ((any.points || 0) + any.craft)));
  const said = [
    own && rests ? word("ui.player.weigh.left", { own }) : own,
    any.calm && word("ui.player.weigh.calm", { percent: figure(100 * any.calm, 0) }),
    any.evenings && isWorthOne(mine) && worthWords(any.worth),
  ];
  return said.filter(Boolean).join(", ") || "–";
}

/* Whose acts do something to its own mark, and where that is another figure on some of the table's tasks: for a
 * resident on paper, for a professional where professionals do not carry it. */
const CASES = {
  resident: ({ requirements }) => requirements,
  professional: ({ holder }, role) => !structure.carriers[holder].includes(role),
};

/* `most` is what the usual figure can become. */
function markWords(usual, other, most) {
  const least = usual ?? other;
  const own = most ? word("ui.player.weigh.craft", { least, most }) : least;
  if (usual === null || other === null || usual === other) return own;
  return `${own} (${other})`;
}

/** What an evening counts on task `k`, "" for a whole one, for what is no evening, and where that is said for all. */
export function worthOf(mine, k, option) {
  if (isWorthOne(mine)) return "";
  const found = mine.figures.find((one) => one.kind === "act" && one.option === option && one.task === k);
  return worthWords(found?.worth);
}

/* Whether an evening counts the same on every task. */
const isWorthOne = ({ figures }) =>
  new Set(figures.filter(({ kind, worth }) => kind === "act" && worth).map(({ worth }) => worth)).size === 1;

function worthWords(worth) {
  if (!worth || worth === 1) return "";
  return word("ui.player.worth.part", { percent: figure(100 * worth, 0) });
}
