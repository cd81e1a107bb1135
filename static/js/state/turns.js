/* The story of a table as sentences. Says what game/content/findings.py says. */
import { structure } from "./structure.js";

const SHARES = ["ownership", "expectation", "quality"];
const LEADS = "nobody";

/** What happened, in a sentence or two. What it would have been otherwise is told on paper: no room has asked yet. */
export function sentenceOf(turn, word) {
  const figures = figuresOf(turn, word);
  const what = [word(`debrief.story.${headOf(turn)}`, figures)];
  if (turn.variant) what.push(word(`debrief.story.more.${turn.kind}.${turn.variant}`, figures));
  if (turn.more) what.push(word(`debrief.story.times.${turn.kind}`, { count: turn.more }));
  return what.join(" ");
}

/** The finding that a table is told by where there is room for one: what nobody took up, else the largest. */
export function biggest(turns) {
  return turns.find(({ kind }) => kind === LEADS) ?? [...turns].sort((one, other) => other.effect - one.effect)[0];
}

/** What a finding is called: an event, and never a chair. */
export const nameOf = ({ kind }, word) => word(`debrief.turn.${kind}`);

/** What was done, one by one ([{role, told}], the weightiest first); `role` is "" for the purse. */
export function deedsOf(turn, word) {
  return turn.groups.flat().map((told) => ({
    role: structure.roles.includes(told.player) ? told.player : "",
    told: clauseOf(told, turn.manner === "deeds" && turn.task, word),
  }));
}

/** Whether what was done is counted at some of the tasks only, those that turned. */
export const isThere = ({ kind, count, of }) => kind.startsWith("quality_") && count < of;

/* Where quality turned it is said at how many tasks, or at which. */
function headOf({ kind, task, count, of }) {
  const where = task ? "task" : count < of ? "tasks" : "all";
  return kind.startsWith("quality_") ? `${kind}.${where}` : kind;
}

function figuresOf(turn, word) {
  const { round, until, count, of } = turn;
  return {
    round,
    until,
    count,
    of,
    task: turn.task && word(`task.${turn.task}.name`),
    measure: turn.measure && word(`debrief.value.${turn.measure}`),
    before: number(turn, turn.before),
    value: number(turn, turn.value),
    without: number(turn, turn.without ?? 0),
    when: word(`debrief.story.when.${round === until ? "in" : "during"}`, { round, until }),
  };
}

function clauseOf({ lever, player, count, of, only_with: onlyWith }, isAnswer, word) {
  const code = lever || `of_${player}`;
  const times = of > 1 ? word("debrief.story.often", { count, of }) : word("debrief.story.once");
  const params = { count, of, times };
  let cause = isAnswer ? word(`debrief.story.answer.${code}`) : word(`debrief.story.cause.${code}`, params);
  // Of one chair nobody counts.
  if (isAnswer && of > 1) cause = word("debrief.story.counted", { cause, count, of });
  return onlyWith ? word("debrief.story.only_with", { cause }) : cause;
}

const number = ({ measure }, value) => (SHARES.includes(measure) ? Math.round(100 * value) : value);
