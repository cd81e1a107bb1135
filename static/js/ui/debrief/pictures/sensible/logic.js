/* Sensible for whom: how professionals were paid first, then three chairs side by side, each with its strongest
 * reason: what it could do and what that gave, the chosen one ticked, its own numbers; a press later what the
 * street got. Several tables have a row each, many a dot. */
import { lastOf } from "../../../../state/lists.js";
import { qualityOf, streetBeside } from "../../../../state/moments_counted.js";
import { reasonOf, toldOf, TOGETHER } from "../../../../state/reasons.js";
import { ROLES } from "../../../../state/roles.js";
import { fundedIn, spans } from "../../../../state/spans.js";
import { structure } from "../../../../state/structure.js";
import { html } from "../../../shared/svg.js";
import { partBar } from "../../charts/moment_bar.js";
import { roleMark } from "../../charts/roles.js";
import { tableDots } from "../../charts/table_dots.js";

const TITLE = "debrief.sensible.logic";

export const picture = {
  one({ story, findings, table, dots = [] }, { view, word, wall }) {
    if (!wall && dots.length) return [tableDots(dots, table, word)]; // the wall has no chairs then
    const found = findings?.sensible ?? {};
    if (!found.resident) return [];
    const chairs = html("div", "chairs", ...ROLES.map((role) => chair(role, found[role], word)));
    const reasons = ROLES.map((role) => reasonOf(role, found[role])).filter(Boolean);
    const told = view.beat ? [html("p", "film-line", streetBeside(reasons, qualityOf(story), word))] : [];
    return [html("h2", "chart-title", word(TITLE)), paidBy(story, word), chairs, ...told];
  },
  sides(boards, { view, word, dots, walls: { isWhole, logicRows, momentBarKey } }) {
    if (dots.length) {
      const told = view.beat ? streetRow(boards, word) : html("p", "film-line", word("debrief.logic.dots.ask"));
      return [word("debrief.logic.dots.title"), [], [tableDots(dots, null, word), told]];
    }
    const told = view.beat ? [streetRow(boards, word)] : [];
    const key = momentBarKey(word);
    key.classList.toggle("of-rows", !isWhole(boards)); // bars that a narrow wall leaves out
    return [word(TITLE), [key], [logicRows(boards, view.beat > 0, word), ...told]];
  },
  preview: {
    many: (view, tables) => [tables > structure.most_in_turn ? "sensible.logic.dots" : "sensible.logic.rows", ""],
  },
};

/* How professionals were paid; in which rounds, where that changed. */
function paidBy(story, word) {
  const funded = Object.entries(fundedIn(story));
  const named = ([funding, rounds]) => {
    const name = word(`funding.${funding}`);
    return funded.length > 1 ? `${name} (${word("debrief.round")} ${spans(rounds)})` : name;
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

/* What paid this chair at most of its moments, and how often that was done. */
function chair(role, rounds, word) {
  const name = html("h3", "", roleMark(role), word(`roles.${role}`));
  const reason = reasonOf(role, rounds);
  if (!reason) return html("section", `chair ${role}`, name, html("p", "reason", word("debrief.logic.nothing")));
  const { code, of, paid, done } = toldOf(reason);
  const told = html("p", "reason", word(`debrief.logic.${code}`, { paid, of }));
  const bar = (kind, count) => partBar(role, kind, count, of);
  const taken = html("p", "did", word("debrief.logic.done", { done, of }));
  return html(
    "section",
    `chair ${role}`,
    name,
    twoWays(reason, word),
    told,
    bar("paid", paid),
    taken,
    bar("taken", done),
  );
}

/* Do this and get that, do the other and get the other; what was mostly done is ticked. */
function twoWays({ option, of, paid, done }, word) {
  const hasPaid = 2 * paid > of;
  const way = (code, gets, isTicked) =>
    html(
      "li",
      isTicked ? "ticked" : "",
      html("span", "way-tick", isTicked ? "✓" : ""),
      html("span", "", word(`debrief.way.${code}`)),
      html("span", "", html("i", "way-arrow", "→ "), word(`debrief.way.${gets ? "more" : "less"}`)),
      ...(isTicked ? [html("span", "visually-hidden", word("debrief.way.ticked"))] : []),
    );
  return html("ul", "two-ways", way(option, hasPaid, 2 * done > of), way(TOGETHER, !hasPaid, 2 * done < of));
}

/* Several tables: what became of how many streets, from their best to their last. */
function streetRow(boards, word) {
  const fell = boards.filter(({ story }) => Math.max(...qualityOf(story)) - lastOf(qualityOf(story)) >= 0.05).length;
  return html("p", "film-line", word("debrief.logic.fell", { count: fell, of: boards.length }));
}
