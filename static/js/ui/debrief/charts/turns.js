/* The story of a table as sentences, those with a rerun beside them with two bars. Says what game/content/findings.py
 * says. */
import { figure } from "../../../state/words.js";
import { html, svg } from "../../shared/svg.js";

const SHARES = ["ownership", "expectation", "quality"];
const LEADS = "nobody";

/** The sentences of a finding in parts: the first one (`head`), what happened in all, what was done, and what it would
 * have been. */
export function sentenceOf(turn, word) {
  const figures = figuresOf(turn, word);
  const head = word(`debrief.story.${headOf(turn)}`, figures);
  const what = [head];
  if (turn.variant) what.push(word(`debrief.story.more.${turn.kind}.${turn.variant}`, figures));
  if (turn.more) what.push(word("debrief.story.times", { count: turn.more }));
  const causes = turn.groups.map((group, place) => leadOf(turn, place, groupOf(turn, group, word), word));
  return { head, what: what.join(" "), causes: causes.join(" "), tail: tailOf(turn, figures, word) };
}

/** The finding that a table is told by where there is room for one: what nobody took up, else the largest. */
export function biggest(turns) {
  return turns.find(({ kind }) => kind === LEADS) ?? [...turns].sort((one, other) => other.effect - one.effect)[0];
}

/* Where quality turned it is said at how many tasks, or at which. */
function headOf({ kind, task }) {
  return kind.startsWith("quality_") ? `${kind}.${task ? "task" : "tasks"}` : kind;
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
    path: word(`debrief.story.path.${pathOf(turn)}`),
  };
}

/* By weight, or as what was done; where quality turned at some of the tasks only, it is counted there. */
function leadOf({ manner, kind, groups, count, of }, place, causes, word) {
  if (manner === "deeds") return word(`debrief.story.did.${kind}`, { causes });
  const there = kind.startsWith("quality_") && count < of ? "_there" : "";
  const lead = place ? "then" : groups.length > 1 ? "most" : "because";
  return word(`debrief.story.${lead}${there}`, { causes });
}

function groupOf({ manner, task }, group, word) {
  const isDeed = manner === "deeds";
  const [first, ...others] = group.map((told) => clauseOf(told, isDeed && task, word));
  return others.reduce((before, second, place) => {
    if (!isDeed) return word("debrief.story.equal", { first: before, second });
    const isLast = place === others.length - 1;
    return isLast ? word("debrief.story.and", { first: before, second }) : `${before}, ${second}`;
  }, first);
}

function clauseOf({ lever, player, count, of, only_with: onlyWith }, isAnswer, word) {
  const code = lever || `of_${player}`;
  const params = { count, of };
  const cause = isAnswer ? word(`debrief.story.answer.${code}`, params) : word(`debrief.story.cause.${code}`, params);
  return onlyWith ? word("debrief.story.only_with", { cause }) : cause;
}

/* What the rerun without those named has in their place. */
function pathOf({ kind, groups }) {
  if (!kind.endsWith("_fell")) return "rose";
  return groups.flat().some(({ player }) => player === "purse") ? "fell_purse" : "fell";
}

function tailOf({ without, kind, manner, measure }, figures, word) {
  if (without === null || kind === "after_talk") return "";
  return word(`debrief.story.tail.${manner === "deeds" ? kind : measure}`, figures);
}

const number = ({ measure }, value) => (SHARES.includes(measure) ? Math.round(100 * value) : value);

/** The whole story of a table; `brief` findings say what happened, and not what was done. */
export function turnList(turns, word, { brief = false } = {}) {
  return html("ol", "turns", ...turns.map((turn) => turnItem(turn, word, brief)));
}

/** What the two bars of a figure are. */
export function turnKey(word) {
  const item = (kind, name) => html("li", "", html("span", `key-moment ${kind}`), word(name));
  return html(
    "ul",
    "chart-key",
    item("taken", "debrief.undercurrent.with_choices"),
    item("paid", "debrief.undercurrent.without_choices"),
  );
}

/** One finding: its round, its sentences, and where there is a rerun both figures as bars. */
export function turnItem(turn, word, brief = false) {
  const { what, causes, tail } = sentenceOf(turn, word);
  const badge = html(
    "span",
    "turn-round",
    html("span", "visually-hidden", word("debrief.round")),
    " ",
    String(turn.round),
  );
  const told = html("p", "turn-told", html("span", "turn-what", what));
  if (causes && !brief) told.append(" ", html("span", "turn-causes", causes));
  if (tail && !brief) told.append(" ", html("span", "turn-tail", tail));
  return html("li", "turn", badge, told, ...(turn.without === null ? [] : [both(turn, word)]));
}

/* The measure as it went and as it would have been; the sentence says the same in words. */
function both(turn, word) {
  const row = (kind, value) => {
    const bar = svg("rect", {
      class: `turn-bar ${kind}`,
      x: 1,
      y: 1,
      width: Math.max(0.5, 98 * Math.min(1, Math.max(0, value))),
      height: 8,
    });
    const drawn = svg("svg", { class: "share-bar", viewBox: "0 0 100 10", preserveAspectRatio: "none" }, bar);
    return html("div", "turn-row", drawn, html("strong", "", figure(value * 100, 0)));
  };
  const figures = html(
    "div",
    "turn-figure",
    html("p", "turn-measure", word(`debrief.value.${turn.measure}`)),
    row("with", turn.value),
    row("without", turn.without),
  );
  figures.setAttribute("aria-hidden", "true");
  return figures;
}
