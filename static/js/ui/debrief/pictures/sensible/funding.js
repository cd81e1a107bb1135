/* The same under another pay: how often doing it alone would have paid more, counted at the moments at which the reason
 * of the picture before is; one chair changes by it. For several tables only professionals, who are
 * paid by it, and of more than can have their turn all of them in one drawing. */
import { shareBar } from "../../charts/funding.js";
import { fundedIn } from "../../../../state/spans.js";
import { hundred } from "../../../../state/series.js";
import { FUNDINGS, comparedBy, reasonOf, reasonTold, underFundings } from "../../../../state/reasons.js";
import { ROLES } from "../../../../state/roles.js";
import { structure } from "../../../../state/structure.js";
import { html } from "../../../shared/svg.js";
import { roleMark } from "../../charts/roles.js";

const { paid_by_funding: PAID } = structure;
const OF_MANY = "debrief.sensible.only_professionals";
const ALONE = comparedBy(PAID);

export const picture = {
  perTable: (count) => count <= structure.most_in_turn,
  one({ story, findings }, { word }) {
    const found = findings?.sensible ?? {};
    if (!found.resident) return [];
    const chairs = html("div", "chairs of-pay", ...ROLES.map((role) => chair(role, found[role], story, word)));
    const { by } = underFundings(optionOf(found[PAID]), found[PAID]);
    const isOther = new Set(Object.values(by)).size > 1;
    const told = html(
      "p",
      "film-line",
      word(isOther ? "debrief.sensible.one_changes" : "debrief.sensible.none_changes"),
    );
    return [html("h2", "chart-title", word("debrief.sensible.funding")), chairs, told];
  },
  sides: (boards, scene) => scene.walls.fundingSides(boards, scene),
  panels(boards, view, word) {
    const all = boards.map(({ findings }) => underFundings(ALONE, findings?.sensible?.[PAID] ?? []));
    const values = FUNDINGS.map((rule) => all.filter(({ of }) => of).map(({ of, by }) => by[rule] / of));
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

/* What is counted: the reason of the picture before. */
const optionOf = (rounds) => reasonOf(PAID, rounds)?.option ?? ALONE;

/* What less together paid a chair; professionals under every pay, with a tick at the one that was. */
function chair(role, rounds, story, word) {
  const name = html("h3", "", roleMark(role), word(`roles.${role}`));
  const option = role === PAID ? optionOf(rounds) : "";
  const { of, by } = option ? underFundings(option, rounds) : { of: 0 };
  if (!of) {
    const reason = reasonOf(role, rounds);
    const told = html("p", "reason", reason ? `${reasonTold(reason, word)}.` : word("debrief.logic.nothing"));
    return html(
      "section",
      `chair ${role} same`,
      name,
      told,
      html("p", "did", word("debrief.sensible.changes_nothing")),
    );
  }
  const was = fundedIn(story);
  const paid = FUNDINGS.filter((rule) => was[rule]); // first how it was, then what it was not
  const rows = [...paid, ...FUNDINGS.filter((rule) => !was[rule])].map((rule) => {
    const isSo = rule in was;
    const funding = word(`funding.${rule}`);
    const told = word(isSo ? "debrief.sensible.was_paid" : "debrief.sensible.other_pay", { funding });
    const bar = shareBar(by[rule] / of, role);
    return html("li", isSo ? "was" : "", html("span", "", told), bar, html("b", "", often(by[rule], of, word)));
  });
  const counted = html("p", "did", word(`debrief.sensible.counted.${option}`));
  return html("section", `chair ${role} changes`, name, counted, html("ul", "paid-ways", ...rows));
}

const often = (paid, of, word) =>
  word(paid ? "debrief.sensible.often_choices" : "debrief.sensible.never", { paid, of });
