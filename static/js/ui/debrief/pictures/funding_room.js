/* What doing it alone paid professionals of a whole room, in one drawing: under each pay a glass for every table, in
 * the order of their numbers, the fuller the more often it gave them a higher mark. */
import { fundedIn } from "../../../state/spans.js";
import { html, svg } from "../../shared/svg.js";
import { figure } from "../../../state/words.js";

const [WIDE, HIGH, APART] = [10, 10, 2];
const OF = 10; // times, in which the mean is said
const [FEW, MANY] = [10, 20]; // glasses in a row

/** A row of glasses for each pay: `rules` are their codes, `tables` {table, story, of, by} with how often of so many
 * times doing it alone would have paid more under each. */
export function fundingRoom(tables, rules, word) {
  return html("ol", "pay-room", ...rules.map((rule) => rowOf(rule, tables, word)));
}

/** What a glass is. */
export function glassKey(word) {
  return html("ul", "chart-key", html("li", "", drawn([0.5], 1), word("debrief.sensible.glass")));
}

function rowOf(rule, tables, word) {
  const shares = tables.map(({ of, by }) => by[rule] / of);
  const mostly = shares.filter((share) => share > 0.5).length;
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const figures = { count: mostly, of: tables.length, mean: figure(OF * mean, 0) };
  const was = tables.filter(({ story }) => rule in fundedIn(story)).length;
  const name = html("b", "", word(`funding.${rule}`));
  const played = was ? [html("span", "pay-was", word("debrief.sensible.paid_at", { count: was }))] : [];
  const told = html("p", "pay-told", name, ...played, html("span", "", word("debrief.sensible.room", figures)));
  const inRow = tables.length > MANY ? MANY : FEW;
  const rows = Array.from({ length: Math.ceil(tables.length / inRow) }, (_, i) => i * inRow).map((from) =>
    glasses(tables.slice(from, from + inRow), shares.slice(from, from + inRow), inRow),
  );
  return html("li", "", told, html("ol", "pay-glasses", ...rows));
}

/* Of which tables they are, and a glass for each. */
function glasses(tables, shares, inRow) {
  const numbers = tables.map(({ table }) => table);
  const [first, last] = [numbers[0], numbers[numbers.length - 1]];
  const each = numbers.map((number, i) => `${number}: ${figure(100 * shares[i], 0)}%`).join(", ");
  const label = html("span", "", first === last ? String(first) : `${first}–${last}`);
  label.setAttribute("aria-hidden", "true");
  return html("li", "", label, html("span", "visually-hidden", each), drawn(shares, inRow));
}

function drawn(shares, inRow) {
  const glass = (share, i) => {
    const part = (kind, height) =>
      svg("rect", { class: kind, x: i * (WIDE + APART), y: HIGH - height, width: WIDE, height });
    return [part("loop-back", HIGH), part("share-fill professional", HIGH * share), part("pay-edge", HIGH)];
  };
  const wide = inRow * (WIDE + APART) - APART;
  const frame = { class: "pay-row", viewBox: `0 0 ${wide} ${HIGH}`, preserveAspectRatio: "none" };
  return svg("svg", { ...frame, "aria-hidden": "true" }, ...shares.flatMap(glass));
}
