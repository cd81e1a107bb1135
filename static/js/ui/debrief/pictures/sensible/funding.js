/* The same under other payment: how often less together would have paid more. For several tables only the
 * professionals, who are paid by it. */
import { block } from "../../charts/blocks.js";
import { fundingTable, shareBar } from "../../charts/funding.js";
import { fundedIn } from "../../../../state/spans.js";
import { FUNDINGS, summed } from "../../../../state/moments_counted.js";
import { hundred, percent } from "../../../../state/series.js";
import { html } from "../../../shared/svg.js";

const OF_MANY = "debrief.sensible.only_professionals";

export const picture = {
  perTable: () => true,
  one({ story, findings }, { word }) {
    const found = findings?.sensible ?? {};
    if (!found.resident) return [];
    const about = html("p", "funding-about", word("debrief.sensible.paid_more"));
    return [
      block(
        word("debrief.sensible.funding"),
        about,
        fundingTable(found, fundedIn(story), word),
        ...differs(found, word),
      ),
    ];
  },
  sides: (boards, { word, each }) => [word(OF_MANY), [], each((story, { findings }) => bars(findings.sensible, word))],
  panels(boards, view, word) {
    const values = FUNDINGS.map((rule) =>
      boards.map(({ findings }) => summed(findings.sensible.professional).by[rule]),
    );
    return [
      {
        name: word(OF_MANY),
        kind: "professional",
        labels: FUNDINGS.map((rule) => word(`funding.${rule}`)),
        values,
        axis: hundred,
      },
    ];
  },
  preview: { many: () => ["sensible.funding.many", "sides"], compared: () => "sensible.funding.many" },
};

function differs(found, word) {
  const { by } = summed(found.professional);
  return new Set(Object.values(by)).size > 1 ? [html("p", "verdict", word("debrief.sensible.differs"))] : [];
}

function bars(found, word) {
  const { by } = summed(found.professional);
  const bar = (rule) => [
    html("span", "", word(`funding.${rule}`)),
    shareBar(by[rule], "professional"),
    html("strong", "", percent(by[rule])),
  ];
  return html("ul", "side-bars", ...FUNDINGS.map((rule) => html("li", "named", ...bar(rule))));
}
