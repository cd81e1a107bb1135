/* Sensible for whom: how professionals were paid first, then three chairs side by side, each with its strongest
 * reason: the two ways it had and what each gave; a press later which was chosen, and one more what the street got.
 * Several tables have a row each, many a dot. */
import { isAgainst, qualityOf, streetBeside } from "../../../../state/moments_counted.js";
import { lastOf } from "../../../../state/lists.js";
import { reasonOf } from "../../../../state/reasons.js";
import { ROLES } from "../../../../state/roles.js";
import { hundred } from "../../../../state/series.js";
import { fundedIn, spanHead, spans } from "../../../../state/spans.js";
import { structure } from "../../../../state/structure.js";
import { html } from "../../../shared/svg.js";
import { roleMark } from "../../charts/roles.js";
import { tableDots } from "../../charts/table_dots.js";
import { reasonList } from "../reason_list.js";

const TITLE = "debrief.sensible.logic";
const [CHOSEN, STREET] = [1, 2]; // the presses that they come with
const MUCH = 10; // hundredths of a street: for less nobody would take a lower mark
const HEADS = { [CHOSEN]: "debrief.sensible.logic_chosen", [STREET]: "debrief.sensible.logic_street" };

export const picture = {
  one({ story, film, findings, table, dots = [] }, { view, word, wall, walls }) {
    if (!wall && dots.length) return [tableDots(dots, table, word)]; // the wall has no chairs then
    const found = findings?.sensible ?? {};
    if (!found.resident) return [];
    const isTold = view.beat >= CHOSEN;
    const drawn = wall ? walls.chairs(found, { story, film }, isTold, word) : reasonList(story, found, isTold, word);
    const isStreet = view.beat >= STREET;
    const missed = wall && isStreet ? missedOf(findings, story) : null;
    const told = isStreet ? [html("p", "film-line", streetOf(found, story, missed, word))] : [];
    const title = html("h2", "chart-title", word(HEADS[view.beat] ?? TITLE));
    return [title, ...(wall && isStreet ? [] : [paidBy(story, word)]), drawn, ...told];
  },
  sides: (boards, scene) => scene.walls.logicSides(boards, scene),
  preview: {
    many: (view, tables) => [tables > structure.most_in_turn ? "sensible.logic.dots" : "sensible.logic.rows", ""],
  },
};

/* What became of the street; and of what was done though it gave a lower mark what the street got (`missed`), which
 * then answers why somebody would. */
function streetOf(found, story, missed, word) {
  const reasons = ROLES.map((role) => reasonOf(role, found[role])).filter(Boolean);
  const values = qualityOf(story);
  const got = (code) => word(`debrief.logic.${code}.${missed.role}`, missed.figures);
  if (missed && isAgainst(reasons, values)) return got("without");
  return streetBeside(reasons, values, word) + (missed ? ` ${got("else")}` : "");
}

/* The chair without whose doing it together the street would end lowest, of those for whom that gave a lower mark; null
 * where it would not end much lower. */
function missedOf({ sensible, without }, story) {
  const own = hundred(lastOf(story.rounds).quality);
  const ends = ROLES.flatMap((role) => {
    const reason = reasonOf(role, sensible[role]);
    const isLess = role in without && reason && 2 * reason.paid > reason.of;
    return isLess ? [{ role, figures: { other: hundred(without[role]), own } }] : [];
  });
  const lowest = ends.sort((one, next) => one.figures.other - next.figures.other)[0];
  return lowest && own - lowest.figures.other >= MUCH ? lowest : null;
}

/* How professionals were paid; in which rounds, where that changed. */
function paidBy(story, word) {
  const funded = Object.entries(fundedIn(story));
  const named = ([funding, rounds]) => {
    const name = word(`funding.${funding}`);
    return funded.length > 1 ? `${name} (${spanHead(spans(rounds), word).toLowerCase()})` : name;
  };
  return html(
    "p",
    "paid-by",
    roleMark(structure.paid_by_funding),
    word("debrief.logic.paid_by"),
    " ",
    html("b", "", funded.map(named).join(", ")),
  );
}
