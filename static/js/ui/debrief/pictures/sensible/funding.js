/* The same under another pay: how often less together would have paid more, chair by chair; one chair changes by
 * it. For several tables only professionals, who are paid by it. */
import { shareBar } from "../../charts/funding.js";
import { fundedIn } from "../../../../state/spans.js";
import { FUNDINGS, summed } from "../../../../state/moments_counted.js";
import { hundred, percent } from "../../../../state/series.js";
import { reasonOf, TOGETHER } from "../../../../state/reasons.js";
import { ROLES } from "../../../../state/roles.js";
import { structure } from "../../../../state/structure.js";
import { html } from "../../../shared/svg.js";
import { roleMark } from "../../charts/roles.js";

const { paid_by_funding: PAID } = structure;
const OF_MANY = "debrief.sensible.only_professionals";

export const picture = {
  perTable: () => true,
  one({ story, findings }, { word }) {
    const found = findings?.sensible ?? {};
    if (!found.resident) return [];
    const chairs = html("div", "chairs", ...ROLES.map((role) => chair(role, found[role], story, word)));
    const { by } = summed(found[PAID]);
    const isOther = new Set(Object.values(by)).size > 1;
    const told = html(
      "p",
      "film-line",
      word(isOther ? "debrief.sensible.one_changes" : "debrief.sensible.none_changes"),
    );
    return [html("h2", "chart-title", word("debrief.sensible.funding")), chairs, told];
  },
  sides: (boards, { word, each }) => [word(OF_MANY), [], each((story, { findings }) => bars(findings.sensible, word))],
  panels(boards, view, word) {
    const values = FUNDINGS.map((rule) => boards.map(({ findings }) => summed(findings.sensible[PAID]).by[rule]));
    return [
      {
        name: word(OF_MANY),
        kind: PAID,
        labels: FUNDINGS.map((rule) => word(`funding.${rule}`)),
        values,
        axis: hundred,
      },
    ];
  },
  preview: { many: () => ["sensible.funding.many", "sides"], compared: () => "sensible.funding.many" },
};

/* What less together paid a chair; professionals under every pay, with a tick at the one that was. */
function chair(role, rounds, story, word) {
  const { of, by } = summed(rounds);
  const name = html("h3", "", roleMark(role), word(`roles.${role}`));
  const times = (share) => word("debrief.sensible.often", { paid: Math.round(of * share), of });
  if (role !== PAID || !of) {
    const reason = reasonOf(role, rounds);
    const code = reason ? (reason.paid ? reason.option : TOGETHER) : "nothing";
    const told = html("p", "reason", word(`debrief.logic.${code}`, reason ?? {}));
    return html(
      "section",
      `chair ${role} same`,
      name,
      told,
      html("p", "did", word("debrief.sensible.changes_nothing")),
    );
  }
  const was = fundedIn(story);
  const rows = FUNDINGS.map((rule) => {
    const told = html("span", "", word(`funding.${rule}`), ...(was[rule] ? [html("b", "way-tick", " ✓")] : []));
    return html("li", "", told, shareBar(by[rule], role), html("b", "", times(by[rule])));
  });
  const ticked = html("p", "did", `✓ ${word("debrief.sensible.was_paid")}`);
  return html("section", `chair ${role} changes`, name, html("ul", "paid-ways", ...rows), ticked);
}

function bars(found, word) {
  const { by } = summed(found[PAID]);
  const bar = (rule) => [
    html("span", "", word(`funding.${rule}`)),
    shareBar(by[rule], PAID),
    html("strong", "", percent(by[rule])),
  ];
  return html("ul", "side-bars", ...FUNDINGS.map((rule) => html("li", "named", ...bar(rule))));
}
