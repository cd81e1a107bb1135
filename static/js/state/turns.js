/* The story of a table as sentences. Says what game/content/findings.py says. */
import { structure } from "./structure.js";

const SHARES = ["ownership", "expectation", "quality"];
const LEADS = "nobody";
const EVENINGS = ["joined", "kept_evenings"]; // counted in evenings, at some tasks those that could go there

/** What happened, in a sentence or two. What it would have been otherwise is told on paper: no room has asked yet. */
export function sentenceOf(turn, word) {
  const figures = figuresOf(turn, word);
  const what = [word(`debrief.story.${headOf(turn)}`, figures)];
  if (turn.variant) what.push(word(`debrief.story.more.${turn.kind}.${turn.variant}`, figures));
  if (turn.most) what.push(stepOf(turn, word));
  if (turn.more) what.push(word(`debrief.story.times.${turn.kind}`, { count: turn.more }));
  return what.join(" ");
}

/** The finding that a table is told by where there is room for one: what nobody took up, else the largest. */
export function biggest(turns) {
  return turns.find(({ kind }) => kind === LEADS) ?? [...turns].sort((one, other) => other.effect - one.effect)[0];
}

/** The round in which what took several rounds moved furthest, "" where it was one. */
export const stepOf = ({ most }, word) => (most ? word("debrief.story.step", { most }) : "");

/** What a finding is called: an event, and never a chair; of what took more than half of `rounds` that it went little
 * by little. */
export function nameOf({ kind, most, round, until }, rounds, word) {
  const isSlow = most && 2 * (until - round + 1) > rounds;
  return isSlow ? word(`debrief.turn.slowly.${kind}`) : word(`debrief.turn.${kind}`);
}

/** What was done, one by one ([{role, told}], the weightiest first); `role` is "" for the purse. */
export function deedsOf(turn, word) {
  return turn.groups.flat().map((told) => ({
    role: structure.roles.includes(told.player) ? told.player : "",
    told: clauseOf(told, turn, word),
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

function clauseOf({ lever, player, count, of, only_with: onlyWith }, turn, word) {
  const isAnswer = turn.manner === "deeds" && turn.task;
  const code = `${lever || `of_${player}`}${EVENINGS.includes(lever) && isThere(turn) ? "_there" : ""}`;
  const often = player === "municipality" ? "often" : "choices"; // of one chair, of more
  const times = word(`debrief.story.${of > 1 ? often : "once"}`, { count, of });
  const params = { count, of, times };
  let cause = isAnswer ? word(`debrief.story.answer.${code}`) : word(`debrief.story.cause.${code}`, params);
  // Of one chair nobody counts.
  if (isAnswer && of > 1) cause = word("debrief.story.counted", { cause, count, of });
  return onlyWith ? word("debrief.story.only_with", { cause }) : cause;
}

const number = ({ measure }, value) => (SHARES.includes(measure) ? Math.round(100 * value) : value);
