/* A table's game drawn for the steps that tell what happened: the same on projector and phone; `sides.js` draws several tables at once. */
import { figure } from "../words.js";
import { shareBars } from "./bars.js";
import { decidedTable, diceTable } from "./grids.js";
import { hitKey, holderKey, lineKey, shareKey, thinKey } from "./keys.js";
import { lineChart } from "./line.js";
import { UNDER, coursesOf, decisionsOf, hundred, measuresOf, moneyOf, sharesOf } from "./series.js";
import { figureOf, html, table } from "./svg.js";
import { guessed, luckRows, tallyList } from "./tally.js";
import { turnKey, turnList } from "./turns.js";

const FEW_ROUNDS = 5;
const CROSSING = ["ownership", "expectation"];
export const NARROW = matchMedia("(max-width: 34rem)");

/** Draw `story` (see Story in docs/protocol.md) for the step that `view` (DebriefView) shows; with `onlyPart` just its picture, as
 * a wall shows it: marks with a key instead of words in cells. `more` is {findings, earlier, groups, voices}, as far as they are there. */
export function drawStory(container, story, view, word, onlyPart = false, more = {}) {
  if (!story.rounds.length) return container.replaceChildren(html("p", "story-intro", word("debrief.no_rounds")));
  const shown = { story, ...more };
  const parts = view.step === "undercurrent" ? undercurrent : whatHappened;
  const guessing = view.part === "luck"; // until everyone has guessed, no phone shows the dice either
  const names = (guessing || onlyPart) && view.part in parts ? [view.part] : Object.keys(parts).filter((name) => name !== "luck");
  const drawn = names.flatMap((name) => parts[name](shown, view, word, onlyPart));
  const head = onlyPart || guessing ? [] : [html("p", "story-intro", word(`debrief.${view.step}.intro`))];
  container.replaceChildren(...head, ...tryOut(story, word), ...drawn, ...(onlyPart && view.part === "turns" ? [] : [source(word, onlyPart)]));
}

/** A remark for games that are too short for a pattern, as a list of no or one paragraph. */
export function tryOut(story, word) {
  return story.rounds.length < FEW_ROUNDS ? [html("p", "notice", word("debrief.more_play"))] : [];
}

/** Whose thoughts these are. */
export function source(word, short) {
  return html("p", "source small", word(short ? "debrief.source_short" : "debrief.source"));
}

/** The claim of the article, which is the same for every table. */
export function claim(word) {
  return [html("p", "story-claim", word("debrief.undercurrent.claim")), html("p", "story-model small", word("debrief.model"))];
}

/** The question to guess about before the dice are shown, and how many guessed; what they guessed comes with the dice. */
export function luck(word, voices) {
  const count = voices ? guessed(voices.tallies) : 0;
  const told = count ? [html("p", "guessed", word("debrief.luck.guessed", { count }))] : [];
  return [html("p", "story-claim", word("debrief.what_happened.luck")), ...told];
}

/** What was guessed, as a list of no or one block. */
export function guesses(word, voices) {
  if (!voices || !guessed(voices.tallies)) return [];
  return [html("section", "guesses", html("h3", "guesses-title", word("debrief.luck.title")), tallyList(luckRows(voices.tallies, word), "luck"))];
}

const whatHappened = {
  luck: ({ voices }, view, word) => luck(word, voices),
  dice: ({ story, voices }, view, word, wall) => [block(word("debrief.what_happened.incidents"), dice(story, word, wall)), ...guesses(word, voices)],
  courses: ({ story, findings }, view, word) => {
    if (!Object.keys(findings?.courses ?? {}).length) return [];
    const options = coursesOf(story, findings.courses, view, word);
    return [chart(word("debrief.what_happened.courses"), [...lined(options), incidents(story, findings.courses, word)], lineFigures(options, word), word)];
  },
  quality: (shown, view, word) => [
    chart(word("debrief.what_happened.quality"), lined(measuresOf(shown.story, view, ["quality"], word, shown)), figures(shown.story, ["quality"], word), word),
  ],
  share: ({ story }, view, word) => [
    chart(word("debrief.what_happened.share"), shared(sharesOf(story, word)), figures(story, ["professional_share", "evenings", "claims"], word), word),
  ],
  cost: (shown, view, word) => [
    chart(word("debrief.what_happened.cost"), lined(moneyOf(shown.story, view, word, [shown.story], shown)), figures(shown.story, ["cost", "reserve"], word), word),
  ],
  asked: ({ story }, view, word, wall) => [block(word("debrief.what_happened.asked_decided"), ...decided(story, word, wall || NARROW.matches))],
};

const undercurrent = {
  lines: (shown, view, word) => [
    chart(word("debrief.undercurrent.lines"), lined(measuresOf(shown.story, view, UNDER, word, shown)), figures(shown.story, UNDER, word, true), word),
    html("dl", "about", ...UNDER.flatMap((name) => [html("dt", "", word(`debrief.value.${name}`)), html("dd", "", word(`debrief.about.${name}`))])),
  ],
  crossing: (shown, view, word) => [
    chart(word("debrief.undercurrent.crossing"), lined(measuresOf(shown.story, view, CROSSING, word, shown)), figures(shown.story, CROSSING, word, true), word),
  ],
  turns: ({ findings }, view, word) => (findings?.turns?.length ? [block(word("debrief.undercurrent.turns"), turnKey(word), turnList(findings.turns, word))] : []),
  claim: (shown, view, word) => claim(word),
};

/* How often something went wrong on each course, with the same dice. */
function incidents(story, courses, word) {
  const own = story.rounds.reduce((sum, round) => sum + round.tasks.filter((task) => task.incident).length, 0);
  const counted = [["own", own], ...Object.entries(courses).map(([code, course]) => [code, course.incidents.reduce((sum, count) => sum + count, 0)])];
  const told = counted.map(([code, count]) => html("li", "", `${word(`debrief.course.${code}`)}: `, html("strong", "", word("debrief.course.incidents", { count }))));
  return html("ul", "course-incidents", ...told);
}

function dice(story, word, wall) {
  const told = word("ui.tag.incident");
  const incident = wall ? { shown: "!", told } : told;
  return diceTable({
    caption: word("debrief.what_happened.dice"),
    tasks: story.tasks.map((task) => word(`task.${task}.name`)),
    rounds: story.rounds.map((round) => round.round),
    throws: story.rounds.map((round) => round.draws),
    happened: story.rounds.map((round) => round.tasks.map((task) => (task.incident ? incident : ""))),
    key: wall ? [hitKey("!", told)] : [],
  });
}

/** A line chart; on a phone the names would take more room than the lines, so a key above the picture has them. */
export function lined(options) {
  return NARROW.matches ? [lineKey(options), lineChart({ ...options, size: "small" })] : [...thinKey(options), lineChart(options)];
}

function shared(options) {
  return NARROW.matches ? [shareKey(options), shareBars({ ...options, size: "small" })] : [shareBars(options)];
}

function decided(story, word, tidy) {
  const drawn = decidedTable({
    caption: word("debrief.what_happened.asked_decided"),
    tasks: story.tasks.map((task) => word(`task.${task}.name`)),
    rounds: story.rounds.map((round) => round.round),
    cells: decisionsOf(story, word),
    tidy: tidy ? "tidy" : "",
  });
  return tidy ? [holderKey(word, true), drawn] : [drawn];
}

function figures(story, measures, word, withStart = false) {
  const shown = (name, value) => (["cost", "reserve", "claims"].includes(name) ? figure(value) : hundred(value));
  const rows = story.rounds.map((round) => [round.round, ...measures.map((name) => shown(name, round[name]))]);
  if (withStart) rows.unshift([word("debrief.start"), ...measures.map((name) => shown(name, story.start[name]))]);
  return table(word("debrief.tables_below"), [word("debrief.round"), ...measures.map((name) => word(`debrief.value.${name}`))], rows);
}

/** The figures of a line chart as a table: a row per round, a column per line. */
export function lineFigures({ rounds, series, axis, value = axis }, word) {
  const shown = (line, index) => {
    const number = line.values[index];
    return number === null || number === undefined ? "–" : (line.write ?? value)(number);
  };
  const rows = rounds.map((round, index) => [round, ...series.map((line) => shown(line, index))]);
  return table(word("debrief.tables_below"), [word("debrief.round"), ...series.map((line) => line.name)], rows);
}

/** A picture with its title and its figures folded below it. */
export function chart(title, drawings, numbers, word) {
  return figureOf(title, drawings, numbers, word("debrief.tables_below"));
}

/** Something with a title that is its own table. */
export function block(title, ...content) {
  return html("section", "chart-figure", html("h2", "chart-title", title), ...content);
}
