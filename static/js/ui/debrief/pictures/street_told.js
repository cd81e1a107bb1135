/* What a street got of what a chair did together, on a wall: how often it did, and how the street ended with it and, by
 * the model, would have without. */
import { lastOf } from "../../../state/lists.js";
import { countTold, otherWay, SPOKEN } from "../../../state/reasons.js";
import { hundred } from "../../../state/series.js";
import { structure } from "../../../state/structure.js";
import { html } from "../../shared/svg.js";
import { shareBar } from "../charts/funding.js";

const SEEN = 0.06; // one sees a difference of so much (0–1)
/* What each chair does together. */
const DID = { municipality: "to_together", resident: "joined", professional: "worked_along" };

/** It, as {told, ends}: a line, and the ends of the street as [name, 0–1]; none where that chair never did.
 * `without` is how the street ends by role (0–1). */
export function gotOf(role, { without, story }, word) {
  const option = structure.reasons[role].find((one) => otherWay(one) !== SPOKEN); // paper says nothing of together
  const times = countTold(option, true, story, word);
  const what = word(`debrief.streets.did.${DID[role]}`);
  const told = word("debrief.gave.times", { what, times });
  if (!(role in without)) return { told, ends: [] };
  const ends = [
    [word("debrief.gave.as_it_went"), lastOf(story.rounds).quality],
    [word("debrief.gave.without", { what }), without[role]],
  ];
  return { told, ends };
}

/** It, drawn: a bar for each end, under what the chair did. */
export function gotDrawn(role, game, word) {
  const { told, ends } = gotOf(role, game, word);
  const rows = ends.map(([name, value]) => {
    const head = html("th", "", name);
    head.scope = "row";
    return html("tr", "", head, html("td", "", shareBar(value, role)), html("td", "figure", hundred(value)));
  });
  const table = rows.length ? [html("table", "got", html("tbody", "", ...rows))] : [];
  return [html("p", "reason", html("b", "", told)), ...table];
}

/** Whether no chair alone made as much difference as one sees: a sentence (one or none). */
export function aloneTold(without, { rounds }, word) {
  const own = lastOf(rounds).quality;
  const ends = Object.values(without);
  const isLittle = ends.every((value) => Math.abs(value - own) < SEEN);
  return ends.length && isLittle ? [word("debrief.gave.alone"), " "] : [];
}
