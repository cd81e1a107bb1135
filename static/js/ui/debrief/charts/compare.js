/* All tables in one picture: a dot for each, none of them named. */
import { dotRows } from "./dot_rows.js";
import { dotChart } from "./dots.js";
import { median } from "../../../state/lists.js";
import { html } from "../../shared/svg.js";

/** Title, key and drawings of the one picture for all tables; `panels` are {name, kind, labels, values, axis},
 * one whose names have no room beside each other `inRows`; `title` is that of several. */
export function compared(panels, title, word) {
  const several = panels.length > 1;
  const drawn = panels.map(({ name, inRows = false, ...options }) => {
    const told = options.labels
      .map((label, index) => `${label}: ${options.axis(median(options.values[index]))}`)
      .join(", ");
    const size = several ? "half" : "full";
    const named = { title: name, description: `${word("debrief.middle")}: ${told}`, ...options };
    const chart = inRows ? dotRows(named) : dotChart({ ...named, size });
    return html("section", "side", ...(several ? [html("h3", "side-title", name)] : []), chart);
  });
  const grid = html("div", "sides compared", ...drawn);
  grid.dataset.cols = several ? 2 : 1;
  const item = (kind, name) => html("li", "", html("span", kind), word(name));
  const key = html("ul", "chart-key", item("key-dot", "debrief.each_a_table"), item("key-median", "debrief.middle"));
  return [several ? title : panels[0].name, [key], [grid]];
}
