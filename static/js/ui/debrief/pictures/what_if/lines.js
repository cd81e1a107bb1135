/* The own game and the replays: what the model makes of it with other rules or people. On paper also ownership,
 * which they differ by most. */
import { lineChart } from "../../charts/line.js";
import { hundred } from "../../../../state/series.js";
import { html, scrolled } from "../../../shared/svg.js";
import { answersTable } from "../../charts/what_if.js";
import { answersOf, roundsOf } from "../../../../state/what_if.js";
import { answers } from "../answers.js";

const ON_PAPER = ["quality", "ownership"];

export const picture = {
  ...answers({
    title: "debrief.what_if.lines",
    none: "debrief.what_if.none",
    code: "what_if.lines",
    empty: "what_if.none",
    isEmpty: (view) => !view.what_ifs.length,
  }),
  paper({ story, view, what_ifs }, word) {
    const found = answersOf({ what_ifs }, view, word);
    const charts = ON_PAPER.map((measure) => {
      const name = html("p", "side-title", word(`debrief.value.${measure}`));
      return html("div", "home-side", name, lineChart(options(story, found, measure, view, word)));
    });
    const ends = scrolled(answersTable(story, found, word), word("debrief.what_if.at_the_end"));
    return [html("div", "home-sides", ...charts), ends];
  },
};

/* The own line of a measure and that of every replay; the table below them is their key. */
function options(story, found, measure, view, word) {
  const own = {
    name: word("debrief.what_if.as_it_went"),
    kind: "quality",
    values: story.rounds.map((round) => round[measure]),
  };
  const series = [own, ...found.map(({ name, kind, lines }) => ({ name, kind, values: lines[measure] }))];
  const description = series
    .map((one) => `${one.name}: ${one.values.map((value) => hundred(value)).join(", ")}`)
    .join(". ");
  const title = `${word("debrief.what_if.lines")}: ${word(`debrief.value.${measure}`)}`;
  const rounds = roundsOf(story, found);
  return { title, description, rounds, series, max: 1, axis: hundred, talkFrom: view.talk_from, size: "small" };
}
