/* A table's game drawn for a step of the debrief. The same on projector and phone; `sides.js` draws several tables at once. */
import { figure } from "../words.js";
import { shareBars } from "./bars.js";
import { decidedTable, diceTable } from "./grids.js";
import { hitKey, holderKey, lineKey, shareKey } from "./keys.js";
import { lineChart } from "./line.js";
import { UNDER, decisionsOf, hundred, measuresOf, moneyOf, sharesOf } from "./series.js";
import { figureOf, html, table } from "./svg.js";

const FEW_ROUNDS = 5;
const NARROW = matchMedia("(max-width: 34rem)");
const CROSSING = ["ownership", "expectation"];

/** Draw `story` (see Story in docs/protocol.md) for the step that `view` (DebriefView) shows; with `onlyPart` just its picture, as
 * a wall shows it: marks with a key instead of words in cells. */
export function drawStory(container, story, view, word, onlyPart = false) {
  if (!story.rounds.length) {
    container.replaceChildren(html("p", "story-intro", word("debrief.no_rounds")));
    return;
  }
  const parts = view.step === "undercurrent" ? undercurrent : whatHappened;
  const guessing = view.part === "luck"; // until everyone has guessed, no phone shows the dice either
  const names = (guessing || onlyPart) && view.part in parts ? [view.part] : Object.keys(parts).filter((name) => name !== "luck");
  const drawn = names.flatMap((name) => parts[name](story, view, word, onlyPart));
  const head = onlyPart || guessing ? [] : [html("p", "story-intro", word(`debrief.${view.step}.intro`))];
  container.replaceChildren(...head, ...tryOut(story, word), ...drawn, html("p", "source small", word(onlyPart ? "debrief.source_short" : "debrief.source")));
}

/** A remark for games that are too short for a pattern, as a list of no or one paragraph. */
export function tryOut(story, word) {
  return story.rounds.length < FEW_ROUNDS ? [html("p", "notice", word("debrief.more_play"))] : [];
}

/** The names of a step's pictures, in the order in which they are shown. */
export function partsOf(step) {
  return Object.keys(step === "undercurrent" ? undercurrent : whatHappened);
}

/** The claim of the article, which is the same for every table. */
export function claim(word) {
  return [html("p", "story-claim", word("debrief.undercurrent.claim")), html("p", "story-model small", word("debrief.model"))];
}

/** The question to guess about before the dice are shown. */
export function luck(word) {
  return [html("p", "story-claim", word("debrief.what_happened.luck"))];
}

const whatHappened = {
  luck: (story, view, word) => luck(word),
  dice: (story, view, word, wall) => [block(word("debrief.what_happened.incidents"), dice(story, word, wall))],
  quality: (story, view, word) => [
    chart(word("debrief.what_happened.quality"), lined(measuresOf(story, view, ["quality"], word)), figures(story, ["quality"], word), word),
  ],
  share: (story, view, word) => [
    chart(word("debrief.what_happened.share"), shared(sharesOf(story, word)), figures(story, ["professional_share", "evenings", "claims"], word), word),
  ],
  cost: (story, view, word) => [
    chart(word("debrief.what_happened.cost"), lined(moneyOf(story, view, word)), figures(story, ["cost", "reserve"], word), word),
  ],
  asked: (story, view, word, wall) => [block(word("debrief.what_happened.asked_decided"), ...decided(story, word, wall || NARROW.matches))],
};

const undercurrent = {
  lines: (story, view, word) => [
    chart(word("debrief.undercurrent.lines"), lined(measuresOf(story, view, UNDER, word)), figures(story, UNDER, word, true), word),
    html("dl", "about", ...UNDER.flatMap((name) => [html("dt", "", word(`debrief.value.${name}`)), html("dd", "", word(`debrief.about.${name}`))])),
  ],
  crossing: (story, view, word) => [
    chart(word("debrief.undercurrent.crossing"), lined(measuresOf(story, view, CROSSING, word)), figures(story, CROSSING, word, true), word),
  ],
  claim: (story, view, word) => claim(word),
};

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

/* On a phone the names would take more room than the lines, so a key above the picture has them. */
function lined(options) {
  return NARROW.matches ? [lineKey(options), lineChart({ ...options, size: "small" })] : [lineChart(options)];
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

function chart(title, drawings, numbers, word) {
  return figureOf(title, drawings, numbers, word("debrief.tables_below"));
}

function block(title, ...content) {
  return html("section", "chart-figure", html("h2", "chart-title", title), ...content);
}
