/* All tables in one picture: a dot for each, none of them named. */
import { dotChart } from "./dots.js";
import { median } from "../../../state/lists.js";
import { hundred } from "../../../state/series.js";
import { longestOf } from "../../../state/stories.js";
import { html } from "../../shared/svg.js";

/** Title, key and drawings of the one picture for all tables; `panels` are {name, kind, labels, values, axis},
 * `title` is that of several. */
export function compared(panels, title, word) {
  const several = panels.length > 1;
  const drawn = panels.map(({ name, ...options }) => {
    const told = options.labels
      .map((label, index) => `${label}: ${options.axis(median(options.values[index]))}`)
      .join(", ");
    const size = several ? "half" : "full";
    const chart = dotChart({ title: name, description: `${word("debrief.middle")}: ${told}`, size, ...options });
    return html("section", "side", ...(several ? [html("h3", "side-title", name)] : []), chart);
  });
  const grid = html("div", "sides compared", ...drawn);
  grid.dataset.cols = several ? 2 : 1;
  const item = (kind, name) => html("li", "", html("span", kind), word(name));
  const key = html("ul", "chart-key", item("key-dot", "debrief.each_a_table"), item("key-median", "debrief.middle"));
  return [several ? title : panels[0].name, [key], [grid]];
}

/** A value of every round, at as many tables as played it and have one: {labels, values}. */
export function rounds(boards, of) {
  const { rounds: longest } = longestOf(boards);
  const played = (index) => boards.filter(({ story }) => story.rounds[index]);
  const had = (index) => played(index).map(({ story }) => of(story.rounds[index]));
  const found = longest
    .map(({ round }, index) => ({ round, values: had(index).filter((value) => value !== null) }))
    .filter(({ values }) => values.length);
  return { labels: found.map(({ round }) => round), values: found.map(({ values }) => values) };
}

/** The panel of a measure (0–1) over the rounds. */
export function byRound(boards, measure, word, kind = measure) {
  return { name: word(`debrief.value.${measure}`), kind, axis: hundred, ...rounds(boards, (round) => round[measure]) };
}
