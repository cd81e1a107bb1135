/* The states of a circle: their figures, the street or the task that shows them most, and what stands in the
 * middle. */
import { AT_START, frameOf, underOf } from "../../../state/film.js";
import { lastOf } from "../../../state/lists.js";
import { hundred } from "../../../state/series.js";
import { figure } from "../../../state/words.js";
import { html, svg } from "../../shared/svg.js";
import { plotOf, stillOf } from "../stills.js";

/** The figures of a state, as parts of a sentence: by its code, of a circle (state/circle.js). */
export const FIGURES = {
  alone: ({ alone, moments }, word) => [word("debrief.circle.times", { count: alone, of: moments })],
  along: ({ along, moments }, word) => [word("debrief.circle.times", { count: along, of: moments })],
  home: ({ came, evenings }, word) => [word("debrief.circle.evenings", { count: evenings - came, of: evenings })],
  come: ({ came, evenings }, word) => [word("debrief.circle.evenings", { count: came, of: evenings })],
  less_ours: ({ own }, word) => [fromTo(...own, word)],
  expecting: ({ expected }, word) => [fromTo(...expected, word)],
  claims: ({ claims }, word) => [word("debrief.circle.claimed", { count: claims })],
  paper: ({ paper, deals }, word) => [word("debrief.circle.times", { count: paper, of: deals })],
  worse: ({ quality }, word) => [fromTo(quality.top, quality.last, word)],
  take_up: ({ came, evenings }, word) => [word("debrief.circle.evenings", { count: came, of: evenings })],
  wrong: ({ incidents }, word) => [word("debrief.luck.hits", { count: incidents })],
  ours: ({ own }, word) => [fromTo(...own, word)],
  better({ quality: { low, last } }, word) {
    return [fromTo(last - low < LITTLE ? Math.min(low, AT_START) : low, last, word)];
  },
  better_first({ best, quality }, word) {
    const to = hundred(quality.top);
    if (quality.top <= quality.first) return [word("debrief.circle.at_once", { to })];
    return [`${hundred(quality.first)} → ${to} ${word("debrief.circle.in_round", { round: best + 1 })}`];
  },
};

const LITTLE = 0.03; // what moved less stayed the same to the eye

function fromTo(from, to, word) {
  if (Math.abs(to - from) < LITTLE) return word("debrief.circle.stayed", { to: hundred(to) });
  return `${hundred(from)} → ${hundred(to)}`;
}

/** The figures of a state that went the other way: of what is counted, what the film showed round by round. */
export function figuresOfHeld(state, circle, word) {
  const each = circle.each[{ home: "come", take_up: "come" }[state] ?? state];
  return each ? [word("debrief.circle.each_round", { counts: each.join(", ") })] : FIGURES[state](circle, word);
}

/** The street of the state: all of it where it looks better, else the task where the state shows most. */
export function vignette(state, circle, story, film, word) {
  const { isUp, best, last } = circle;
  const frame = frameOf(story, film, isUp ? last : best);
  if (["better", "better_first", "worse"].includes(state)) return stillOf(frame, "film", word);
  if (state === "ours" || state === "less_ours") {
    const under = { ...frameOf(story, film, last), undercurrent: underOf(story, last) };
    return plotOf(
      under,
      mostOf(under.undercurrent.tasks, ({ ownership }) => (isUp ? ownership : -ownership)),
      word,
    );
  }
  if (state === "expecting") {
    const under = { ...frameOf(story, film, last), undercurrent: underOf(story, last) };
    return plotOf(
      under,
      mostOf(under.undercurrent.tasks, ({ expectation }) => expectation),
      word,
    );
  }
  const by = SHOWN_BY[state];
  const other = state === "come" ? mostOf(frame.tasks, ({ worked_along: along }) => along) : null; // has its own box
  return plotOf(
    state === "home" ? withoutOthers(frame) : frame,
    mostOf(frame.tasks, (task, k) => (k === other ? -1 : by ? Number(task[by]) : -task.joined)),
    word,
  );
}

/* Who stays at home is seen where nobody stands before the window. */
function withoutOthers(frame) {
  return { ...frame, tasks: frame.tasks.map((task) => ({ ...task, took_over: 0, worked_along: 0 })) };
}

/* By what a task is picked that shows a state. */
const SHOWN_BY = {
  alone: "took_over",
  along: "worked_along",
  come: "joined",
  take_up: "joined",
  claims: "claimed",
  paper: "sheets",
  wrong: "incident",
};

const mostOf = (tasks, valueOf) =>
  tasks.reduce((most, task, k) => (valueOf(task, k) > valueOf(tasks[most], most) ? k : most), 0);

/** What was in the purse, whether it paid a full week, and where it did not what became of the street after its best
 * round: boxes with arrows between them. */
export function purseWay({ purse, empty, quality }, story, film, word) {
  const money = (amount) => `€ ${figure(Math.round(amount * 10) * 100, 0)}`;
  const box = (name, told, ...drawn) => html("li", "state", ...drawn, html("p", "", name, html("b", "figure", told)));
  const isSame = money(purse[0]) === money(purse[1]);
  const boxes = [box(word("debrief.circle.purse"), isSame ? money(purse[0]) : purse.map(money).join(" → "))];
  if (empty !== null) {
    const last = stillOf(frameOf(story, film, film.length - 1), "film", word);
    const street = word("debrief.sensible.street");
    boxes.push(box(street, fromTo(quality.top, quality.last, word), last));
  }
  const week = empty === null ? word("debrief.circle.full") : word("debrief.circle.empty", { round: empty + 1 });
  return html("div", "purse-way", html("ol", "", ...boxes), html("p", "film-line", week));
}

/** How it ends as it went, with the arrow that says `verb` half as strong, and without it, a row each: how it looks,
 * and whether it is theirs. */
export function believed({ rounds }, { half, off }, verb, word) {
  const own = lastOf(rounds);
  const ends = ({ quality, ownership }) => [lastOf(quality), lastOf(ownership)];
  const all = { as_it_is: [own.quality, own.ownership], half: ends(half), off: ends(off) };
  const rows = Object.entries(all).map(([code, values]) => {
    const cells = values.map((value) => html("td", "", barTo(value), html("b", "", String(hundred(value)))));
    return html("tr", "", head("row", word(`debrief.circle.doubt.${code}`)), ...cells);
  });
  const names = ["debrief.sensible.street", "debrief.circle.is_ours"].map((code) => head("col", word(code)));
  const top = html("tr", "", html("th", "", html("i", "", verb)), ...names);
  return html("table", "believed", html("thead", "", top), html("tbody", "", ...rows));
}

function head(scope, name) {
  const cell = html("th", "", name);
  cell.scope = scope;
  return cell;
}

function barTo(value) {
  const bar = svg("rect", { class: "believed-bar", width: 100 * value, height: 20 });
  const frame = { class: "share-bar", viewBox: "0 0 100 20", preserveAspectRatio: "none", "aria-hidden": "true" };
  return svg("svg", frame, bar);
}
