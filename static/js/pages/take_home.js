/* The take-home page: draws its pictures above the tables that are there already, with the same parts as every other screen. */
import { shareBars } from "../ui/charts/bars.js";
import { decidedTable, diceTable } from "../ui/charts/grids.js";
import { holderKey, lineKey, shareKey } from "../ui/charts/keys.js";
import { lineChart } from "../ui/charts/line.js";
import { saveDrawing } from "../ui/charts/save.js";
import { UNDER, decisionsOf, hundred, measuresOf, moneyOf, sharesOf } from "../ui/charts/series.js";
import { html } from "../ui/charts/svg.js";
import { copy } from "../ui/dom.js";
import { word } from "../ui/words.js";

const STREETS = JSON.parse(document.getElementById("drawn").textContent);
const NARROW = matchMedia("(max-width: 34rem)");

const drawings = {
  quality: ({ story, view }) => lined(measuresOf(story, view, ["quality"], word)),
  share: ({ story }) => shared(sharesOf(story, word)),
  cost: ({ story, view }) => lined(moneyOf(story, view, word)),
  under: ({ story, view }) => lined(measuresOf(story, view, UNDER, word)),
  asked: ({ story }) => decided(story),
  dice: ({ story }) => [dice(story)],
  what_if: ({ story, view, what_ifs: answers }) => replays(story, view, answers),
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
  else figures.open = figure.hasAttribute("data-open");
  offerSaving(figure, place);
}

/* What scrolls by itself is a landmark, so it says of which table it is. */
function nameRegions(figure, place) {
  const street = figure.closest("article").querySelector("h2").textContent;
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

/** The own line and that of every what-if in one picture, for quality and for ownership, with one key above both. */
function replays(story, view, answers) {
  const measured = ["quality", "ownership"].map((measure) => replayed(story, view, answers, measure));
  const charts = measured.map((options) => html("div", "home-replay", html("p", "side-title", options.measured), lineChart(options)));
  return [lineKey(measured[0]), html("div", "home-replays", ...charts)];
}

function replayed(story, view, answers, measure) {
  const own = { name: word("debrief.what_if.as_it_went"), kind: "quality", values: story.rounds.map((round) => round[measure]) };
  const series = [own, ...answers.map((answer, index) => ({ name: answer.name, kind: `again-${index + 1}`, values: answer.lines[measure] }))];
  const measured = word(`debrief.value.${measure}`);
  return {
    measured,
    title: `${word("debrief.what_if.lines")}: ${measured}`,
    description: series.map((one) => `${one.name}: ${one.values.map((value) => hundred(value)).join(", ")}`).join(". "),
    rounds: roundsOf(story),
    series,
    max: 1,
    axis: hundred,
    talkFrom: view.talk_from,
    talkWord: word("debrief.talking_began"),
    size: "small",
  };
}

function tasksOf(story) {
  return story.tasks.map((task) => word(`task.${task}.name`));
}

function roundsOf(story) {
  return story.rounds.map((round) => round.round);
}
