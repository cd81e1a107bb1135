/* How often doing less together paid more under each funding rule, as a table of bars. */
import { spans } from "../../../state/spans.js";
import { html, svg } from "../../shared/svg.js";
import { FUNDINGS, summed } from "../../../state/moments_counted.js";
import { roleMark } from "./roles.js";
import { ROLES } from "../../../state/roles.js";
import { percent } from "../../../state/series.js";

/** How often less paid more under each funding rule: a bar for each role and rule; `funded` tells in which rounds
 * which held. */
export function fundingTable(sensible, funded, word) {
  const heads = FUNDINGS.map((funding) => {
    const rounds = funded[funding] ?? [];
    const cell = html("th", "", html("span", "", word(`funding.${funding}`)));
    if (rounds.length) cell.append(html("span", "was-so", word("debrief.sensible.was_so", { rounds: spans(rounds) })));
    cell.scope = "col";
    return cell;
  });
  const rows = ROLES.map((role) => {
    const { by } = summed(sensible[role]);
    const name = html("th", `role-name ${role}`, roleMark(role), word(`roles.${role}`));
    name.scope = "row";
    return html(
      "tr",
      "",
      name,
      ...FUNDINGS.map((funding) =>
        html("td", "", shareBar(by[funding], role), html("span", "share-figure", percent(by[funding]))),
      ),
    );
  });
  const caption = html("caption", "visually-hidden", word("debrief.sensible.paid_more"));
  return html(
    "table",
    "funding-table",
    caption,
    html("thead", "", html("tr", "", html("td"), ...heads)),
    html("tbody", "", ...rows),
  );
}

/** A share (0–1) as a bar in the colour of `kind`. */
export function shareBar(share, kind) {
  const bar = svg("rect", { class: `share-fill ${kind}`, width: 100 * share, height: 10 });
  return svg(
    "svg",
    { class: "share-bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "loop-back", width: 100, height: 10 }),
    bar,
  );
}
