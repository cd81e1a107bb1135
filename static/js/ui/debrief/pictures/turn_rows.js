/* What turned at several tables, on a wall: a row each, or where there are many a row for all with the same. */
import { frameOf } from "../../../state/film.js";
import { biggest, nameOf, sentenceOf } from "../../../state/turns.js";
import { html } from "../../shared/svg.js";
import { plotOf, stillOf } from "../stills.js";

/** Some tables: a row each, with where it happened as it came to be, and the table's own sentence. */
export function turnRows(boards, word) {
  const made = boards.map(({ table, story, film, findings }) => {
    const turn = biggest(findings.turns);
    const k = story.tasks.indexOf(turn.task);
    const frame = frameOf(story, film, turn.until - 1);
    const street = k < 0 ? stillOf(frame, "film", word) : plotOf(frame, k, word);
    const name = html("b", "", `${word("debrief.table", { table })}: ${nameOf(turn, word)}. `);
    return html("li", "", html("div", k < 0 ? "" : "of-task", street), html("p", "", name, sentenceOf(turn, word)));
  });
  return html("ol", "turn-rows", ...made);
}

/** Many tables: what happened, with the numbers of the tables where that was the largest. */
export function turnNames(boards, word) {
  const found = new Map();
  for (const { table, findings } of boards) {
    const name = nameOf(biggest(findings.turns), word);
    found.set(name, [...(found.get(name) ?? []), table]);
  }
  const rows = [...found].map(([name, tables]) => {
    const count = html("span", "", word("debrief.what_happened.at_tables", { count: tables.length }));
    const numbers = html("p", "turn-tables", ...tables.map((table) => html("span", "", String(table))));
    return html("li", "", html("b", "", name), count, numbers);
  });
  return html("ul", "turn-names", ...rows);
}
