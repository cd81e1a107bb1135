/* The states of a circle: what they are called, their figures, and the street or the task that shows them most. */
import { AT_START, frameOf, underOf } from "../../../state/film.js";
import { lastOf } from "../../../state/lists.js";
import { hundred } from "../../../state/series.js";
import { html } from "../../shared/svg.js";
import { plotOf, stillOf } from "../stills.js";

/* The figures of a state, as parts of a sentence: by its code, of a circle (state/circle.js). */
const FIGURES = {
  alone: ({ alone, moments }, word) => [word("debrief.circle.choices", { count: alone, of: moments })],
  along: ({ along, moments }, word) => [word("debrief.circle.choices", { count: along, of: moments })],
  home: ({ came, evenings }, word) => [word("debrief.circle.evenings", { count: evenings - came, of: evenings })],
  come: ({ came, evenings }, word) => [word("debrief.circle.evenings", { count: came, of: evenings })],
  less_ours: ({ own }, word) => fromTo(...own, word),
  expecting: ({ expected }, word) => fromTo(...expected, word),
  claims: ({ claims }, word) => [word("debrief.circle.claimed", { count: claims })],
  paper: ({ paper, deals }, word) => [word("debrief.circle.decisions", { count: paper, of: deals })],
  worse: ({ quality }, word) => fromTo(quality.top, quality.last, word),
  take_up: ({ came, evenings }, word) => [word("debrief.circle.evenings", { count: came, of: evenings })],
  wrong: ({ incidents }, word) => [word("debrief.luck.hits", { count: incidents })],
  ours: ({ own }, word) => fromTo(...own, word),
  better({ quality: { low, last } }, word) {
    return fromTo(last - low < LITTLE ? Math.min(low, AT_START) : low, last, word);
  },
  better_first({ best, quality }, word) {
    const to = hundred(quality.top);
    if (isGood({ quality })) return ofHundred(word("debrief.circle.at_once", { to }), word);
    const when = `, ${word("debrief.circle.in_round", { round: best + 1 })}`;
    return ofHundred(`${hundred(quality.first)} → ${to}`, word, when);
  },
};

/** What moved less (0–1) stayed the same to the eye. */
export const LITTLE = 0.03;

function fromTo(from, to, word) {
  const isSame = Math.abs(to - from) < LITTLE;
  const told = isSame ? word("debrief.circle.stayed", { to: hundred(to) }) : `${hundred(from)} → ${hundred(to)}`;
  return ofHundred(told, word);
}

/* What it is of stands beside it in small. */
const ofHundred = (told, word, when = "") => [told, html("small", "", `${word("debrief.circle.of_hundred")}${when}`)];

/** The figures of a state that went the way it says, as parts of a sentence; the first of them is text. */
export const figuresOf = (state, circle, word) => FIGURES[state](circle, word);

/* Whether a street looked well at once, and did not get better than that. */
const isGood = ({ quality: { top, first } }) => top - first < LITTLE;

/** What a state is called, which may have gone the other way; a street that did not get better looked well at once, and
 * who stayed away may come ever more often. */
export function nameOf(state, circle, word) {
  if (circle.held.includes(state)) {
    const isMore = state === "home" && hasGrown(circle.each.come);
    return word(`debrief.circle.held.${isMore ? "home_more" : state}`);
  }
  return word(state === "better_first" && isGood(circle) ? "debrief.circle.good_first" : `debrief.circle.${state}`);
}

function hasGrown(counts) {
  const middle = Math.floor(counts.length / 2);
  const mean = (list) => list.reduce((sum, one) => sum + one, 0) / Math.max(1, list.length);
  return mean(counts.slice(middle)) > mean(counts.slice(0, middle));
}

/** The figures of a state that went the other way: of what is counted, what the film showed round by round. */
export function figuresOfHeld(state, circle, word) {
  const isEvening = ["home", "come", "take_up"].includes(state);
  const each = circle.each[isEvening ? "come" : state];
  if (!each) return figuresOf(state, circle, word);
  const [from, to] = [each[0], lastOf(each)];
  const isPlain = Math.sign(to - from) === (hasGrown(each) ? 1 : -1); // both ends say the same as all of them
  const counts = isPlain ? `${from} → ${to}` : each.join(", ");
  const of = word(`debrief.circle.${isEvening ? "each_evenings" : "each_times"}`);
  return [counts, html("small", "", of)];
}

/* What is seen where a state went the other way. */
const INSTEAD = { home: "come", come: "home", alone: "along", along: "alone" };

/** The street of the state: all of it where it looks better, else the task where the state shows most. */
export function vignette(told, circle, story, film, word) {
  const { isUp, best, last } = circle;
  const state = circle.held.includes(told) ? (INSTEAD[told] ?? told) : told;
  const frame = frameOf(story, film, isUp || state !== told ? last : best); // what went otherwise, as it was at the end
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
  return { ...frame, tasks: frame.tasks.map((task) => ({ ...task, took_over: 0, worked_along: 0, visited: 0 })) };
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
