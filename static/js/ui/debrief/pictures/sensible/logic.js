/* Sensible for whom: three chairs side by side, each with its strongest reason in one sentence and its own numbers;
 * then what the street got. */
import { html, svg } from "../../../shared/svg.js";
import { reasonOf } from "../../../../state/reasons.js";
import { qualityOf, streetTold } from "../../../../state/moments_counted.js";
import { roleMark } from "../../charts/roles.js";
import { ROLES } from "../../../../state/roles.js";
import { source } from "../../charts/blocks.js";

const TITLE = "debrief.sensible.logic";

export const picture = {
  one({ story, findings }, { view, word }) {
    const found = findings?.sensible ?? {};
    if (!found.resident) return [];
    const chairs = html("div", "chairs", ...ROLES.map((role) => chair(role, found[role], word)));
    const told = view.beat ? [html("p", "film-line", streetTold(qualityOf(story), word))] : [];
    return [html("h2", "chart-title", word(TITLE)), key(word), chairs, ...told, source(word, true)];
  },
  sides(boards, { word }) {
    const rounds = (role) => boards.flatMap(({ findings }) => findings?.sensible?.[role] ?? []);
    const chairs = html("div", "chairs", ...ROLES.map((role) => chair(role, rounds(role), word)));
    return [word(TITLE), [key(word)], [chairs]];
  },
  preview: { many: () => ["sensible.logic", ""] },
};

function chair(role, rounds, word) {
  const name = html("h3", "", roleMark(role), word(`roles.${role}`));
  const reason = reasonOf(role, rounds);
  if (!reason) return html("section", `chair ${role}`, name, html("p", "reason", word("debrief.logic.nothing")));
  const { option, of, paid, done } = reason;
  const told = html("p", "reason", word(`debrief.logic.${paid ? option : "together"}`, { paid, of }));
  const taken = html("p", "did", word("debrief.logic.done", { done }));
  return html("section", `chair ${role}`, name, told, bar(role, reason), ...(paid ? [taken] : []));
}

/* Of all moments the outline is how often it paid more, the filled part how often it was done. */
function bar(role, { of, paid, done }) {
  const part = (kind, share, y, height) =>
    svg("rect", { class: `moment ${kind} ${role}`, x: 0.5, y, width: 99 * share, height });
  const frame = { class: "share-bar", viewBox: "0 0 100 20", preserveAspectRatio: "none", "aria-hidden": "true" };
  return svg("svg", frame, part("whole", 1, 1, 18), part("paid", paid / of, 1, 18), part("taken", done / of, 10, 9));
}

function key(word) {
  const sample = (kind) => {
    const drawn = svg("rect", { class: `moment ${kind} resident`, x: 1, y: 1, width: 22, height: 14 });
    return svg("svg", { class: "chart-sample chart", viewBox: "0 0 24 16", "aria-hidden": "true" }, drawn);
  };
  const item = (kind) => html("li", "", sample(kind), word(`debrief.logic.key.${kind}`));
  return html("ul", "chart-key", item("paid"), item("taken"));
}
