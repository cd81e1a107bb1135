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

/** Draw `story` (see Story in docs/protocol.md) for the step that `view` (DebriefView) shows. */
export function drawStory(container, story, view, word) {
  const step = view.step;
  const head = [html("p", "story-intro", word(`debrief.${step}.intro`))];
  if (!story.rounds.length) {
    container.replaceChildren(html("p", "story-intro", word("debrief.no_rounds")));
    return;
  }
  if (story.rounds.length < FEW_ROUNDS) head.push(html("p", "notice", word("debrief.more_play")));
  const draw = step === "undercurrent" ? undercurrent : whatHappened;
  container.replaceChildren(...head, ...draw(story, view, word), html("p", "source small", word("debrief.source")));
}

/** Draw one measure of every table; `boards` are {table, story}. */
export function drawSideBySide(container, boards, view, word) {
  const measures = view.step === "undercurrent" ? UNDER : ["quality", "professional_share"];
  const cards = boards.map(({ table: number, story }) => {
    const title = word("debrief.table", { table: number });
    const drawing = story.rounds.length ? lines(story, view, measures, word, title) : html("p", "", word("debrief.no_rounds"));
    return html("section", "side", html("h2", "side-title", title), drawing);
  });
  container.replaceChildren(...cards);
}

function whatHappened(story, view, word) {
  const names = story.tasks.map((task) => word(`task.${task}.name`));
  const rounds = story.rounds.map((round) => round.round);
  const of = (key) => story.rounds.map((round) => round[key]);
  const dice = diceTable({
    caption: word("debrief.what_happened.dice"),
    tasks: names,
    rounds,
    throws: story.rounds.map((round) => round.draws),
    happened: story.rounds.map((round) => round.tasks.map((task) => task.incident)),
    word: word("ui.tag.incident"),
  });
  return [
    chart(word("debrief.what_happened.quality"), lines(story, view, ["quality"], word), figures(story, ["quality"], word), word),
    chart(word("debrief.what_happened.share"), shares(rounds, of("professional_share"), word), figures(story, ["professional_share", "evenings", "claims"], word), word),
    chart(word("debrief.what_happened.cost"), money(story, view, word), figures(story, ["cost", "reserve"], word), word),
    block(word("debrief.what_happened.asked_decided"), decided(story, names, rounds, word)),
    block(word("debrief.what_happened.incidents"), dice),
  ];
}

function undercurrent(story, view, word) {
  const drawing = lines(story, view, UNDER, word);
  const crossing = lines(story, view, ["ownership", "expectation"], word);
  const about = UNDER.flatMap((name) => [html("dt", "", word(`debrief.value.${name}`)), html("dd", "", word(`debrief.about.${name}`))]);
  return [
    chart(word("debrief.undercurrent.title"), drawing, figures(story, UNDER, word, true), word),
    chart(word("debrief.undercurrent.crossing"), crossing, figures(story, ["ownership", "expectation"], word, true), word),
    html("dl", "about", ...about),
    html("p", "story-claim", word("debrief.undercurrent.claim")),
    html("p", "small", word("debrief.model")),
  ];
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

function shares(rounds, values, word) {
  const names = { upper: word("holder.professionals"), lower: word("holder.residents") };
  const title = word("debrief.what_happened.share");
  return shareBars({ title, description: values.map(percent).join(", "), rounds, shares: values, names, percent });
}

function decided(story, names, rounds, word) {
  const cells = story.rounds.map((round) =>
    round.tasks.map((task) => {
      const [most, count] = Object.entries(task.asked).sort((one, other) => other[1] - one[1])[0];
      const other = count > task.asked[task.holder] ? word("debrief.asked_other", { holder: word(`holder.${most}`) }) : "";
      return { holder: task.holder, name: word(`holder.${task.holder}`), onPaper: task.requirements ? word("requirements.yes") : "", asked: other };
    }),
  );
  return decidedTable({ caption: word("debrief.what_happened.asked_decided"), tasks: names, rounds, cells });
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
