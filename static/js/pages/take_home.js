/* The take-home page: draws its pictures above the tables that are there already, with the same parts as every other screen. */
import { shareBars } from "../ui/charts/bars.js";
import { decidedTable, diceTable } from "../ui/charts/grids.js";
import { holderKey, lineKey, shareKey } from "../ui/charts/keys.js";
import { lineChart } from "../ui/charts/line.js";
import { CODES } from "../ui/charts/loop_shapes.js";
import { loopKey, loopTable, ringChart } from "../ui/charts/loops.js";
import { momentsChart, momentsKey, verdict } from "../ui/charts/moments.js";
import { saveDrawing } from "../ui/charts/save.js";
import { UNDER, decisionsOf, hundred, measuresOf, moneyOf, sharesOf } from "../ui/charts/series.js";
import { html, scrolled } from "../ui/charts/svg.js";
import { answersOf, answersTable } from "../ui/charts/what_if.js";
import { copy } from "../ui/dom.js";
import { word } from "../ui/words.js";

const STREETS = JSON.parse(document.getElementById("drawn").textContent);
const RINGS = 2;
const NARROW = matchMedia("(max-width: 34rem)");

const drawings = {
  quality: ({ story, view }) => lined(measuresOf(story, view, ["quality"], word)),
  share: ({ story }) => shared(sharesOf(story, word)),
  cost: ({ story, view }) => lined(moneyOf(story, view, word)),
  under: ({ story, view }) => lined(measuresOf(story, view, UNDER, word)),
  asked: ({ story }) => decided(story),
  dice: ({ story }) => [dice(story)],
  loops: ({ loops }) => [loopKey(word), scrolled(everyRound(loopTable(loops, { round: 0 }, word)), word("debrief.pattern.loops")), rings(loops)],
  moments: ({ story, sensible }) => [verdict(sensible, story, word), momentsKey(word), momentsChart(sensible, story, word, NARROW.matches ? "small" : "full")],
  what_if: ({ story, view, what_ifs }) => replays(story, view, answersOf({ what_ifs }, view, word)),
};

for (const figure of document.querySelectorAll("[data-chart]")) {
  const street = STREETS[Number(figure.dataset.place)];
  const draw = drawings[figure.dataset.chart];
  if (!draw) continue;
  const place = figure.querySelector("[data-drawing]");
  place.replaceChildren(...draw({ ...street, view: { talk_from: street.talk_from } }));
  figure.classList.add("drawn");
  nameRegions(figure, place);
  const figures = figure.querySelector(".chart-figures");
  if (place.querySelector("table")) figures.hidden = true; // the drawing is the table
  else figures.open = false;
  offerSaving(figure, place);
}

/* What scrolls by itself is a landmark, so it says of which table it is. */
function nameRegions(figure, place) {
  const street = figure.closest("article").dataset.heading;
  for (const region of place.querySelectorAll("[role=region]")) region.setAttribute("aria-label", `${street}: ${region.getAttribute("aria-label")}`);
}

/* A drawing each can be kept; a table is not a drawing. */
function offerSaving(figure, place) {
  const charts = [...place.querySelectorAll("svg[role=img]")];
  if (!charts.length) return;
  const { node, parts } = copy("save");
  parts.button.addEventListener("click", () => {
    charts.forEach((chart, index) => saveDrawing(chart, [figure.closest("article").id, figure.dataset.chart, index || ""].filter((part) => part !== "").join("-")));
  });
  place.after(node);
}

function lined(options) {
  return NARROW.matches ? [lineKey(options), lineChart({ ...options, size: "small" })] : [lineChart(options)];
}

function shared(options) {
  return NARROW.matches ? [shareKey(options), shareBars({ ...options, size: "small" })] : [shareBars(options)];
}

function decided(story) {
  const caption = word("debrief.what_happened.asked_decided");
  const drawn = decidedTable({ caption, tasks: tasksOf(story), rounds: roundsOf(story), cells: decisionsOf(story, word), tidy: "tidy" });
  return [holderKey(word, true), drawn];
}

function dice(story) {
  const told = word("ui.tag.incident");
  return diceTable({
    caption: word("debrief.what_happened.dice"),
    tasks: tasksOf(story),
    rounds: roundsOf(story),
    throws: story.rounds.map((round) => round.draws),
    happened: story.rounds.map((round) => round.tasks.map((task) => (task.incident ? told : ""))),
  });
}

/* On this page no round is looked at more than others: all have their figures, none is marked. */
function everyRound(table) {
  for (const cell of table.querySelectorAll(".now")) cell.classList.remove("now");
  for (const told of table.querySelectorAll("td > span")) told.className = "loop-figure";
  return table;
}

/** The loops that were strongest, each as a ring in the round in which it was that. */
function rings(loops) {
  const peak = (code) => loops.reduce((best, one, index) => (one.loops[code] > loops[best].loops[code] ? index : best), 0);
  const total = (code) => loops.reduce((sum, one) => sum + one.loops[code], 0);
  const told = CODES.filter(total).sort((one, other) => total(other) - total(one)).slice(0, RINGS);
  const drawn = told.map((code) => {
    const round = peak(code) + 1;
    const title = `${code} ${word(`debrief.loop.${code}`)} · ${word("debrief.round")} ${round}`;
    return html("div", "home-side", html("p", "side-title", title), ringChart(code, loops, { round, arrow: "" }, word, "small"));
  });
  return html("div", "home-sides", ...drawn);
}

/** The own line and that of every what-if, for quality and for ownership; the table below them is their key. */
function replays(story, view, answers) {
  const charts = ["quality", "ownership"].map((measure) => {
    const own = { name: word("debrief.what_if.as_it_went"), kind: "quality", values: story.rounds.map((round) => round[measure]) };
    const series = [own, ...answers.map(({ name, kind, lines }) => ({ name, kind, values: lines[measure] }))];
    const measured = word(`debrief.value.${measure}`);
    const description = series.map((one) => `${one.name}: ${one.values.map((value) => hundred(value)).join(", ")}`).join(". ");
    const title = `${word("debrief.what_if.lines")}: ${measured}`;
    const options = { title, description, rounds: roundsOf(story), series, max: 1, axis: hundred, talkFrom: view.talk_from, size: "small" };
    return html("div", "home-side", html("p", "side-title", measured), lineChart(options));
  });
  return [html("div", "home-sides", ...charts), scrolled(answersTable(story, answers, word), word("debrief.what_if.at_the_end"))];
}

function tasksOf(story) {
  return story.tasks.map((task) => word(`task.${task}.name`));
}

function roundsOf(story) {
  return story.rounds.map((round) => round.round);
}
