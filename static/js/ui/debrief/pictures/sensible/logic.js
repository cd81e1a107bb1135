/* Sensible for whom: how professionals were paid first, then three chairs side by side, each with its strongest
 * reason: what it could do and what that gave, the chosen one ticked, its own numbers; a press later what the
 * street got. */
import { lastOf } from "../../../../state/lists.js";
import { qualityOf, streetTold } from "../../../../state/moments_counted.js";
import { reasonOf, TOGETHER } from "../../../../state/reasons.js";
import { ROLES } from "../../../../state/roles.js";
import { fundedIn, spans } from "../../../../state/spans.js";
import { structure } from "../../../../state/structure.js";
import { html, svg } from "../../../shared/svg.js";
import { roleMark } from "../../charts/roles.js";

const TITLE = "debrief.sensible.logic";

export const picture = {
  one({ story, findings }, { view, word }) {
    const found = findings?.sensible ?? {};
    if (!found.resident) return [];
    const chairs = html("div", "chairs", ...ROLES.map((role) => chair(role, found[role], word)));
    const told = view.beat ? [html("p", "film-line", fromBest(story, word))] : [];
    return [html("h2", "chart-title", word(TITLE)), paidBy(story, word), chairs, key(word), ...told];
  },
  sides(boards, { view, word }) {
    const rounds = (role) => boards.flatMap(({ findings }) => findings?.sensible?.[role] ?? []);
    const chairs = html("div", "chairs", ...ROLES.map((role) => chair(role, rounds(role), word)));
    const rows = view.beat ? [streetRow(boards, word)] : [];
    return [word(TITLE), [], [chairs, key(word), ...rows]];
  },
  preview: { many: () => ["sensible.logic", ""] },
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

/* What the street came to, from its best to its last. */
function fromBest(story, word) {
  const values = qualityOf(story);
  return streetTold(values.slice(values.indexOf(Math.max(...values))), word);
}

function chair(role, rounds, word) {
  const name = html("h3", "", roleMark(role), word(`roles.${role}`));
  const reason = reasonOf(role, rounds);
  if (!reason) return html("section", `chair ${role}`, name, html("p", "reason", word("debrief.logic.nothing")));
  const { option, of, paid, done } = reason;
  const told = html("p", "reason", word(`debrief.logic.${paid ? option : TOGETHER}`, { paid, of }));
  const taken = html("p", "did", word("debrief.logic.done", { done }));
  const ways = twoWays(reason, word);
  return html("section", `chair ${role}`, name, ways, told, bar(role, reason), ...(paid ? [taken] : []));
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
      html("span", "", `→ ${word(`debrief.way.${gets ? "more" : "less"}`)}`),
      ...(isTicked ? [html("span", "visually-hidden", word("debrief.way.ticked"))] : []),
    );
  return html("ul", "two-ways", way(option, hasPaid, 2 * done > of), way(TOGETHER, !hasPaid, 2 * done <= of));
}

/* Of all moments the outline is how often it paid more, the filled part how often it was done. */
function bar(role, { of, paid, done }) {
  const part = (kind, share, y, height) =>
    svg("rect", { class: `moment ${kind} ${role}`, x: 0.5, y, width: 99 * share, height });
  const frame = { class: "share-bar", viewBox: "0 0 100 20", preserveAspectRatio: "none", "aria-hidden": "true" };
  return svg("svg", frame, part("whole", 1, 1, 18), part("paid", paid / of, 1, 18), part("taken", done / of, 10, 9));
}

/* Several tables: what became of how many streets, from their best to their last. */
function streetRow(boards, word) {
  const fell = boards.filter(({ story }) => Math.max(...qualityOf(story)) - lastOf(qualityOf(story)) >= 0.05).length;
  return html("p", "film-line", word("debrief.logic.fell", { count: fell, of: boards.length }));
}

function key(word) {
  const sample = (kind) => {
    const drawn = svg("rect", { class: `moment ${kind} resident`, x: 1, y: 1, width: 22, height: 14 });
    return svg("svg", { class: "chart-sample chart", viewBox: "0 0 24 16", "aria-hidden": "true" }, drawn);
  };
  const item = (kind) => html("li", "", sample(kind), word(`debrief.logic.key.${kind}`));
  return html("ul", "chart-key", item("paid"), item("taken"));
}
