/* What paid the chairs of several tables, a small drawing each: how often less together did, and how often doing it
 * alone did under each pay. */
import { leaned } from "../../../state/leaning.js";
import { summed } from "../../../state/moments_counted.js";
import { comparedBy, FUNDINGS, underFundings } from "../../../state/reasons.js";
import { ROLES } from "../../../state/roles.js";
import { structure } from "../../../state/structure.js";
import { html } from "../../shared/svg.js";
import { shareBar } from "../charts/funding.js";
import { roleMark } from "../charts/roles.js";
import { fundingRoom, glassKey } from "./funding_room.js";

const { paid_by_funding: PAID } = structure;

/** Per role how often less together paid more. */
export function momentSides(boards, { word, each }) {
  const back = leaned(
    boards.flatMap(({ findings }) => findings.leaning),
    word,
  );
  const key = back ? [html("p", "verdict", back)] : [];
  return [word("debrief.sensible.moments"), key, each((story, { findings }) => moments(findings.sensible, word))];
}

function moments(found, word) {
  const rows = ROLES.map((role) => {
    const { of, paid } = summed(found[role]);
    const name = html("span", "visually-hidden", word(`roles.${role}`));
    return html(
      "li",
      "",
      roleMark(role),
      name,
      shareBar(of ? paid / of : 0, role),
      html("strong", "", `${paid}/${of}`),
    );
  });
  return html("ul", "side-bars", ...rows);
}

/** How often doing it alone paid professionals more, under each pay; of many tables in one drawing of the room. */
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
