/* The turning points of a table as sentences, each with a figure: as it went beside without those choices. Says
 * what game/content/findings.py says. */
import { euros, figure } from "../../shared/words.js";
import { html, svg } from "../../shared/svg.js";
import { lastOf } from "../../../state/lists.js";

const SHARES = ["ownership", "expectation", "quality"];
const HOURS = "hours";

/** The sentence of a turning point in its parts: what turned, the choices behind it, and what they did. */
export function sentenceOf(turn, word) {
  const figures = { at: turn.at, value: number(turn, turn.value), without: number(turn, turn.without) };
  const said = turn.task ? "answer" : "cause";
  const all = turn.choices.map(({ lever, count, of }) => word(`debrief.story.${said}.${lever}`, { count, of }));
  const causes =
    all.length > 1
      ? word("debrief.story.and", { first: all.slice(0, -1).join(", "), second: lastOf(all) })
      : (all[0] ?? "");
  const of = turn.task ? "tail_of_task" : "tail";
  const tail = word(`debrief.story.${of}.${turn.measure}`, figures);
  const task = turn.task && word(`task.${turn.task}.name`);
  const during = turn.round === turn.until ? "in" : "during";
  const when = word(`debrief.story.when.${during}`, { round: turn.round, until: turn.until });
  const whole = word(`debrief.story.${turn.kind}`, { round: turn.round, when, causes, tail, task, ...figures });
  const colon = causes ? whole.indexOf(`: ${causes}`) : -1;
  if (colon < 0) return { what: whole, causes: "", tail: "", whole };
  // Some kinds say in their own words what those choices did.
  return {
    what: whole.slice(0, colon),
    causes,
    tail: whole.slice(colon + causes.length + 4).replace(/\.$/, ""),
    whole,
  };
}

function number(turn, value) {
  if (turn.measure === HOURS) return value;
  return SHARES.includes(turn.measure) ? Math.round(100 * value) : euros(value);
}

/** All turning points of a table, in the order of their rounds; `brief` ones say what turned, and not by which
 * choices. */
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

/** One turning point: its round, its sentence, and both figures as bars. */
export function turnItem(turn, word, brief = false) {
  const { what, causes, tail } = sentenceOf(turn, word);
  const badge = html(
    "span",
    "turn-round",
    html("span", "visually-hidden", word("debrief.round")),
    " ",
    String(turn.round),
  );
  const told = html("p", "turn-told", html("span", "turn-what", !causes || brief ? what : `${what}: `));
  if (causes && !brief) told.append(html("span", "turn-causes", causes), html("span", "turn-tail", `; ${tail}.`));
  return html("li", "turn", badge, told, ...(turn.value === turn.without ? [] : [both(turn, word)]));
}

/* The measure as it went and without those choices; the sentence says the same in words. */
function both(turn, word) {
  const most = SHARES.includes(turn.measure) ? 1 : Math.max(Math.abs(turn.value), Math.abs(turn.without), 0.001);
  const row = (kind, value) => {
    const bar = svg("rect", {
      class: `turn-bar ${kind}`,
      x: 1,
      y: 1,
      width: Math.max(0.5, 98 * Math.min(1, Math.max(0, value / most))),
      height: 8,
    });
    const drawn = svg("svg", { class: "share-bar", viewBox: "0 0 100 10", preserveAspectRatio: "none" }, bar);
    return html("div", "turn-row", drawn, html("strong", "", shown(turn, value)));
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

function shown(turn, value) {
  return SHARES.includes(turn.measure) ? figure(value * 100, 0) : figure(value);
}
