/* A table's game drawn for a step of the debrief. The same on projector and phone; `sides.js` draws several tables at once. */
import { figure } from "../words.js";
import { shareBars } from "./bars.js";
import { decidedTable, diceTable } from "./grids.js";
import { lineChart } from "./line.js";
import { UNDER, decisionsOf, hundred, measuresOf, moneyOf, sharesOf } from "./series.js";
import { figureOf, html, table } from "./svg.js";

const FEW_ROUNDS = 5;
const CROSSING = ["ownership", "expectation"];

/** Draw `story` (see Story in docs/protocol.md) for the step that `view` (DebriefView) shows; with `onlyPart` just its picture. */
export function drawStory(container, story, view, word, onlyPart = false) {
  if (!story.rounds.length) {
    container.replaceChildren(html("p", "story-intro", word("debrief.no_rounds")));
    return;
  }
  const parts = view.step === "undercurrent" ? undercurrent : whatHappened;
  const names = onlyPart && view.part in parts ? [view.part] : Object.keys(parts);
  const drawn = names.flatMap((name) => parts[name](story, view, word));
  const head = onlyPart ? [] : [html("p", "story-intro", word(`debrief.${view.step}.intro`))];
  container.replaceChildren(...head, ...tryOut(story, word), ...drawn, html("p", "source small", word("debrief.source")));
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

const whatHappened = {
  dice: (story, view, word) => [block(word("debrief.what_happened.incidents"), dice(story, word))],
  quality: (story, view, word) => [
    chart(word("debrief.what_happened.quality"), lineChart(measuresOf(story, view, ["quality"], word)), figures(story, ["quality"], word), word),
  ],
  share: (story, view, word) => [
    chart(word("debrief.what_happened.share"), shareBars(sharesOf(story, word)), figures(story, ["professional_share", "evenings", "claims"], word), word),
  ],
  cost: (story, view, word) => [
    chart(word("debrief.what_happened.cost"), lineChart(moneyOf(story, view, word)), figures(story, ["cost", "reserve"], word), word),
  ],
  asked: (story, view, word) => [block(word("debrief.what_happened.asked_decided"), decided(story, word))],
};

const undercurrent = {
  lines: (story, view, word) => [
    chart(word("debrief.undercurrent.lines"), lineChart(measuresOf(story, view, UNDER, word)), figures(story, UNDER, word, true), word),
    html("dl", "about", ...UNDER.flatMap((name) => [html("dt", "", word(`debrief.value.${name}`)), html("dd", "", word(`debrief.about.${name}`))])),
  ],
  crossing: (story, view, word) => [
    chart(word("debrief.undercurrent.crossing"), lineChart(measuresOf(story, view, CROSSING, word)), figures(story, CROSSING, word, true), word),
  ],
  claim: (story, view, word) => claim(word),
};

function dice(story, word) {
  const incident = word("ui.tag.incident");
  return diceTable({
    caption: word("debrief.what_happened.dice"),
    tasks: story.tasks.map((task) => word(`task.${task}.name`)),
    rounds: story.rounds.map((round) => round.round),
    throws: story.rounds.map((round) => round.draws),
    happened: story.rounds.map((round) => round.tasks.map((task) => (task.incident ? incident : ""))),
  });
}

function decided(story, word) {
  return decidedTable({
    caption: word("debrief.what_happened.asked_decided"),
    tasks: story.tasks.map((task) => word(`task.${task}.name`)),
    rounds: story.rounds.map((round) => round.round),
    cells: decisionsOf(story, word),
  });
}

function figures(story, measures, word, withStart = false) {
  const shown = (name, value) => (["cost", "reserve", "claims"].includes(name) ? figure(value) : hundred(value));
  const rows = story.rounds.map((round) => [round.round, ...measures.map((name) => shown(name, round[name]))]);
  if (withStart) rows.unshift([word("debrief.start"), ...measures.map((name) => shown(name, story.start[name]))]);
  return table(word("debrief.tables_below"), [word("debrief.round"), ...measures.map((name) => word(`debrief.value.${name}`))], rows);
}

function chart(title, drawing, numbers, word) {
  return figureOf(title, drawing, numbers, word("debrief.tables_below"));
}

function block(title, content) {
  return html("section", "chart-figure", html("h2", "chart-title", title), content);
}
