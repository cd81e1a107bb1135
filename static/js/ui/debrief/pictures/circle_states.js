/* The states of a circle: their figures, the street or the task that shows them most, and what stands in the
 * middle. */
import { frameOf, underOf } from "../../../state/film.js";
import { lastOf } from "../../../state/lists.js";
import { hundred } from "../../../state/series.js";
import { figure } from "../../../state/words.js";
import { html } from "../../shared/svg.js";
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
  better({ isUp, best, quality }, word, hasLater) {
    if (isUp) return [fromTo(quality.low, quality.last, word)];
    const to = hundred(quality.top);
    const at = hasLater ? "" : ` ${word("debrief.circle.in_round", { round: best + 1 })}`;
    const risen =
      quality.top > quality.first
        ? `${hundred(quality.first)} → ${hundred(quality.top)}${at}`
        : word("debrief.circle.at_once", { to });
    const later = word("debrief.circle.later", { to: hundred(quality.last) });
    return hasLater ? [risen, ", ", html("i", "", later)] : [risen];
  },
};

const LITTLE = 0.03; // what moved less stayed the same to the eye

function fromTo(from, to, word) {
  if (Math.abs(to - from) < LITTLE) return word("debrief.circle.stayed", { to: hundred(to) });
  return `${hundred(from)} → ${hundred(to)}`;
}

/** What a state is called; of a street that came down again it was better at first. */
export function nameOf(state, isUp, word) {
  return word(state === "better" && !isUp ? "debrief.circle.better_first" : `debrief.circle.${state}`);
}

/** The street of the state: all of it where it looks better, else the task where the state shows most. */
export function vignette(state, circle, story, film, word) {
  const { isUp, best, last } = circle;
  const frame = frameOf(story, film, isUp ? last : best);
  if (["better", "worse"].includes(state)) return stillOf(frame, "film", word);
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

/** What was in the purse, and after which round it did not pay a full week any more, if it came to that. */
export function purseOf({ purse, empty }, word) {
  const money = (amount) => `€ ${figure(Math.round(amount * 10) * 100, 0)}`;
  const told = html(
    "p",
    "",
    html("span", "", word("debrief.circle.purse")),
    html("b", "figure", html("span", "", money(purse[0])), html("span", "", `→ ${money(purse[1])}`)),
  );
  const week = empty === null ? word("debrief.circle.full") : word("debrief.circle.empty", { round: empty + 1 });
  return [told, html("p", "later", week)];
}

/** How it ends as it went, with the arrow half as strong, and without it, in a line: how it looks, and whether it is
 * theirs. */
export function believed({ rounds }, { half, off }, word) {
  const own = lastOf(rounds);
  const ends = ({ quality, ownership }) => [lastOf(quality), lastOf(ownership)];
  const all = { as_it_is: [own.quality, own.ownership], half: ends(half), off: ends(off) };
  const told = Object.entries(all).flatMap(([code, [street, ours]]) => {
    const [it, theirs] = ["debrief.sensible.street", "debrief.circle.is_ours"].map((name) => word(name));
    const values = `${it} ${hundred(street)}, ${theirs} ${hundred(ours)}`;
    return html("span", "", html("b", "", `${word(`debrief.circle.doubt.${code}`)}: `), values);
  });
  return html("p", "believed", ...told);
}
