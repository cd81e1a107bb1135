/* How often doing it alone paid professionals of several tables more, under each pay: a small drawing each, or one of
 * the room. */
import { comparedBy, FUNDINGS, underFundings } from "../../../state/reasons.js";
import { structure } from "../../../state/structure.js";
import { html } from "../../shared/svg.js";
import { shareBar } from "../charts/funding.js";
import { fundingRoom, glassKey } from "./funding_room.js";

const { paid_by_funding: PAID } = structure;

/** The sides of several tables; of many tables one drawing of the room. */
export function fundingSides(boards, { word, each }) {
  const title = word("debrief.sensible.only_professionals");
  if (boards.length > structure.most_in_turn) {
    const counted = boards.map(({ table, story, findings }) => ({ table, story, ...countsOf(findings) }));
    const tables = counted.filter(({ of }) => of);
    return [title, [glassKey(word)], tables.length ? [fundingRoom(tables, FUNDINGS, word)] : []];
  }
  return [title, [], each((story, { findings }) => fundings(findings, word))];
}

const countsOf = (findings) => underFundings(comparedBy(PAID), findings?.sensible?.[PAID] ?? []);

function fundings(findings, word) {
  const { of, by } = countsOf(findings);
  if (!of) return html("p", "reason", word("debrief.logic.nothing"));
  const bar = (rule) => [
    html("span", "", word(`funding.${rule}`)),
    shareBar(by[rule] / of, PAID),
    html("strong", "", `${by[rule]}/${of}`),
  ];
  return html("ul", "side-bars", ...FUNDINGS.map((rule) => html("li", "named", ...bar(rule))));
}
