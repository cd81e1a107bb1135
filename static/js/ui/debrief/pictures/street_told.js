/* What a street got of what a chair did together, on a wall: how often it did, and how the street ended with it and, by
 * the model, would have without. */
import { lastOf } from "../../../state/lists.js";
import { countTold, otherWay, SPOKEN } from "../../../state/reasons.js";
import { hundred } from "../../../state/series.js";
import { structure } from "../../../state/structure.js";
import { html } from "../../shared/svg.js";
import { shareBar } from "../charts/funding.js";

/* What each chair does together. */
const DID = { municipality: "to_together", resident: "joined", professional: "worked_along" };

/** It, as {told, ends}: a line, and the ends of the street as [code, 0–1]; none where that chair never did.
 * `without` is how the street ends by role (0–1). */
export function gotOf(role, { without, story }, word) {
  const option = structure.reasons[role].find((one) => otherWay(one) !== SPOKEN); // paper says nothing of together
  const times = countTold(option, true, story, word);
  const told = word("debrief.gave.times", { what: word(`debrief.streets.did.${DID[role]}`), times });
  if (!(role in without)) return { told, ends: [] };
  const ends = [
    ["as_it_went", lastOf(story.rounds).quality],
    ["without", without[role]],
  ];
  return { told, ends };
}

/** It, drawn: a bar for each end, under what the chair did. */
export function gotDrawn(role, game, word) {
  const { told, ends } = gotOf(role, game, word);
  const rows = ends.map(([code, value]) => {
    const name = html("th", "", word(`debrief.gave.${code}`));
    name.scope = "row";
    return html("tr", "", name, html("td", "", shareBar(value, role)), html("td", "figure", hundred(value)));
  });
  const table = rows.length ? [html("table", "got", html("tbody", "", ...rows))] : [];
  return [html("p", "reason", html("b", "", told)), ...table];
}
