/* A table's game drawn for a step of the debrief, and several tables side by side. The same on projector, panel and phone. */
import { figure } from "../words.js";
import { shareBars } from "./bars.js";
import { decidedTable, diceTable } from "./grids.js";
import { lineChart } from "./line.js";
import { figureOf, html, table } from "./svg.js";

const FEW_ROUNDS = 5;
const UNDER = ["ownership", "expectation", "bureaucracy", "trust"];
const percent = (share) => `${figure(share * 100, 0)}%`;
const hundred = (share) => figure(share * 100, 0);

/** Draw `story` (see Story in docs/protocol.md) for the step that `view` (DebriefView) shows; with `onlyPart` just its picture. */
export function drawStory(container, story, view, word, onlyPart = false) {
  const step = view.step;
  const head = onlyPart ? [] : [html("p", "story-intro", word(`debrief.${step}.intro`))];
  if (!story.rounds.length) {
    container.replaceChildren(html("p", "story-intro", word("debrief.no_rounds")));
    return;
  }
  if (story.rounds.length < FEW_ROUNDS) head.push(html("p", "notice", word("debrief.more_play")));
  const parts = step === "undercurrent" ? undercurrent : whatHappened;
  const names = onlyPart && view.part in parts ? [view.part] : Object.keys(parts);
  const drawn = names.flatMap((name) => parts[name](story, view, word));
  container.replaceChildren(...head, ...drawn, html("p", "source small", word("debrief.source")));
}

const SIDE = { quality: ["quality"], share: ["professional_share"], crossing: ["ownership", "expectation"] };

/** Draw the picture of every table that `view` shows; `boards` are {table, story}. */
export function drawSideBySide(container, boards, view, word) {
  const measures = view.step === "undercurrent" ? SIDE[view.part] ?? UNDER : SIDE[view.part] ?? ["quality", "professional_share"];
  const cards = boards.map(({ table: number, story }) => {
    const title = word("debrief.table", { table: number });
    const drawing = story.rounds.length ? side(story, view, measures, word, title) : html("p", "", word("debrief.no_rounds"));
    return html("section", "side", html("h2", "side-title", title), drawing);
  });
  container.replaceChildren(...cards);
}

function side(story, view, measures, word, title) {
  if (view.step === "undercurrent") return lines(story, view, measures, word, title);
  if (view.part === "cost") return money(story, view, word);
  if (view.part === "asked") return decided(story, word, title);
  if (view.part === "dice") return dice(story, word, title);
  return lines(story, view, measures, word, title);
}

const whatHappened = {
  dice: (story, view, word) => [block(word("debrief.what_happened.incidents"), dice(story, word))],
  quality: (story, view, word) => [chart(word("debrief.what_happened.quality"), lines(story, view, ["quality"], word), figures(story, ["quality"], word), word)],
  share: (story, view, word) => [chart(word("debrief.what_happened.share"), shares(story, word), figures(story, ["professional_share", "evenings", "claims"], word), word)],
  cost: (story, view, word) => [chart(word("debrief.what_happened.cost"), money(story, view, word), figures(story, ["cost", "reserve"], word), word)],
  asked: (story, view, word) => [block(word("debrief.what_happened.asked_decided"), decided(story, word))],
};

const undercurrent = {
  lines: (story, view, word) => [
    chart(word("debrief.undercurrent.title"), lines(story, view, UNDER, word), figures(story, UNDER, word, true), word),
    html("dl", "about", ...UNDER.flatMap((name) => [html("dt", "", word(`debrief.value.${name}`)), html("dd", "", word(`debrief.about.${name}`))])),
  ],
  crossing: (story, view, word) => [
    chart(word("debrief.undercurrent.crossing"), lines(story, view, ["ownership", "expectation"], word), figures(story, ["ownership", "expectation"], word, true), word),
  ],
  claim: (story, view, word) => [html("p", "story-claim", word("debrief.undercurrent.claim")), html("p", "small", word("debrief.model"))],
};

/** The names of a step's pictures, in the order in which they are shown. */
export function partsOf(step) {
  return Object.keys(step === "undercurrent" ? undercurrent : whatHappened);
}

/** Lines of some measures over the rounds; those of the undercurrent begin before round 1. */
function lines(story, view, measures, word, title = "") {
  const under = measures[0] in story.start;
  const labels = story.rounds.map((round) => round.round);
  const series = measures.map((name) => ({
    name: word(`debrief.value.${name}`),
    kind: name,
    values: [...(under ? [story.start[name]] : []), ...story.rounds.map((round) => round[name])],
  }));
  return lineChart({
    title: [title, series.map((one) => one.name).join(", ")].filter(Boolean).join(": "),
    description: series.map((one) => `${one.name}: ${one.values.map(hundred).join(", ")}`).join(". "),
    rounds: under ? [word("debrief.start"), ...labels] : labels,
    series,
    max: 1,
    axis: hundred,
    talkFrom: view.talk_from,
    talkWord: word("debrief.talking_began"),
  });
}

function money(story, view, word) {
  const cost = story.rounds.map((round) => round.cost);
  const reserve = story.rounds.map((round) => round.reserve);
  const top = Math.ceil(Math.max(...cost, ...reserve, 1) / 4) * 4;
  const low = Math.floor(Math.min(0, ...reserve) / 4) * 4;
  const series = [
    { name: word("debrief.value.cost"), kind: "cost", values: cost },
    { name: word("debrief.value.reserve"), kind: "reserve", values: reserve },
  ];
  return lineChart({
    title: series.map((one) => one.name).join(", "),
    description: series.map((one) => `${one.name}: ${one.values.map((value) => figure(value)).join(", ")}`).join(". "),
    rounds: story.rounds.map((round) => round.round),
    series,
    max: top,
    min: low,
    axis: (value) => figure(value, 0),
    talkFrom: view.talk_from,
    talkWord: word("debrief.talking_began"),
  });
}

/* Several tables side by side have the same caption; each then begins with whose it is. */
function captioned(title, caption) {
  return title ? `${title}: ${caption}` : caption;
}

function dice(story, word, title) {
  return diceTable({
    caption: captioned(title, word("debrief.what_happened.dice")),
    tasks: story.tasks.map((task) => word(`task.${task}.name`)),
    rounds: story.rounds.map((round) => round.round),
    throws: story.rounds.map((round) => round.draws),
    happened: story.rounds.map((round) => round.tasks.map((task) => task.incident)),
    word: word("ui.tag.incident"),
  });
}

function shares(story, word) {
  const rounds = story.rounds.map((round) => round.round);
  const values = story.rounds.map((round) => round.professional_share);
  const names = { upper: word("holder.professionals"), lower: word("holder.residents") };
  const title = word("debrief.what_happened.share");
  return shareBars({ title, description: values.map(percent).join(", "), rounds, shares: values, names, percent });
}

function decided(story, word, title) {
  const names = story.tasks.map((task) => word(`task.${task}.name`));
  const rounds = story.rounds.map((round) => round.round);
  const cells = story.rounds.map((round) =>
    round.tasks.map((task) => {
      const [most, count] = Object.entries(task.asked).sort((one, other) => other[1] - one[1])[0];
      const other = count > task.asked[task.holder] ? word("debrief.asked_other", { holder: word(`holder.${most}`) }) : "";
      return { holder: task.holder, name: word(`holder.${task.holder}`), onPaper: task.requirements ? word("requirements.yes") : "", asked: other };
    }),
  );
  return decidedTable({ caption: captioned(title, word("debrief.what_happened.asked_decided")), tasks: names, rounds, cells });
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
