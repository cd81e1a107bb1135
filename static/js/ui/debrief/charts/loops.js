/* The causal loops as tables of bars: all of one table by round, all of several tables, or one by round; and what
 * people chose behind an arrow. */
import { hasWord } from "../../../state/words.js";
import { CODES, roleOf } from "../../../state/loop_shapes.js";
import { hundred, percent } from "../../../state/series.js";
import { html, svg } from "../../shared/svg.js";

/** The round that is looked at, as an index; the last one for 0 or one that was not played. */
export function roundOf(view, rounds) {
  return view.round >= 1 && view.round <= rounds ? view.round - 1 : rounds - 1;
}

/** The loops with these codes, all of them by default, by round, a bar each, as one table; the round looked at has its
 * strength in figures. */
export function loopTable(found, view, word, codes = CODES) {
  const now = roundOf(view, found.length);
  const heads = found.map((_, index) => head(String(index + 1), "col", index === now ? "now" : ""));
  const rows = codes.map((code) => {
    const cells = found.map(({ loops }, index) => strengthCell(loops[code], index === now));
    return html("tr", "", loopHead(code, word), ...cells);
  });
  const caption = html("caption", "visually-hidden", word("debrief.pattern.loops"));
  const first = head(word("debrief.round"), "col", "quiet");
  return html(
    "table",
    "loop-table",
    caption,
    html("thead", "", html("tr", "", first, ...heads)),
    html("tbody", "", ...rows),
  );
}

/** The name of a loop as the head of a row, after the mark of its kind. */
export function loopHead(code, word) {
  const kind = word(code.startsWith("R") ? "debrief.pattern.reinforcing" : "debrief.pattern.balancing");
  const cell = html(
    "th",
    "",
    loopMark(code),
    html("span", "loop-name", word(`debrief.loop.${code}`)),
    html("span", "visually-hidden", ` (${kind})`),
  );
  cell.scope = "row";
  return cell;
}

/** The mark of a loop's kind: one that strengthens itself (+, round), or one that slows down (−, square). */
export function loopMark(code) {
  const grows = code.startsWith("R");
  const mark = html("span", `loop-mark ${grows ? "grows" : "slows"}`, grows ? "+" : "−");
  mark.setAttribute("aria-hidden", "true");
  return mark;
}

/** What the two marks mean. */
export function loopKey(word) {
  const item = (code, told) => html("li", "", loopMark(code), told);
  const [grows, slows] = [word("debrief.pattern.reinforcing"), word("debrief.pattern.balancing")];
  return html("ul", "chart-key", item("R", grows), item("B", slows));
}

function strengthCell(strength, isNow) {
  const bar = svg("rect", { class: "loop-fill", x: 0, y: 20 - 20 * strength, width: 40, height: 20 * strength });
  const drawn = svg(
    "svg",
    { class: "loop-bar", viewBox: "0 0 40 20", preserveAspectRatio: "none", "aria-hidden": "true" },
    svg("rect", { class: "loop-back", width: 40, height: 20 }),
    bar,
  );
  return html(
    "td",
    isNow ? "now" : "",
    drawn,
    html("span", isNow ? "loop-figure" : "visually-hidden", percent(strength)),
  );
}

/** The head of a row or a column (`scope`). */
export function head(text, scope, kind) {
  const cell = html("th", kind, text);
  cell.scope = scope;
  return cell;
}

/** The strengths of one loop over the rounds, as a row of bars with their figures. */
export function strengthRow(code, found, view, word) {
  const now = roundOf(view, found.length);
  const heads = found.map((_, index) => head(String(index + 1), "col", index === now ? "now" : ""));
  const cells = found.map(({ loops }, index) => {
    const cell = strengthCell(loops[code], index === now);
    cell.lastChild.className = "loop-figure";
    cell.lastChild.textContent = hundred(loops[code]); // ten rounds leave no room for more
    return cell;
  });
  const caption = html(
    "caption",
    "visually-hidden",
    word("debrief.pattern.loop_tables", { name: word(`debrief.loop.${code}`) }),
  );
  const name = head(word("debrief.pattern.each_round"), "row", "quiet");
  return html(
    "table",
    "loop-table strip",
    caption,
    html("thead", "", html("tr", "", head(word("debrief.round"), "col", "quiet"), ...heads)),
    html("tbody", "", html("tr", "", name, ...cells)),
  );
}

/** What people chose behind an opened arrow, in the round looked at, as a heading and a list. */
export function behindArrow(arrow, behind, view, rounds, word) {
  const now = roundOf(view, rounds);
  const role = roleOf(arrow);
  const lines = (behind[arrow] ?? [])
    .filter(({ moments }) => moments[now])
    .map(({ choice, counts, moments }) =>
      html(
        "li",
        "",
        word("debrief.pattern.chosen", {
          role: word(`roles.${role}`),
          choice: choiceWord(role, choice, word),
          count: counts[now],
          of: moments[now],
        }),
      ),
    );
  const told = lines.length
    ? [html("ul", "behind", ...lines)]
    : [html("p", "behind", word("debrief.pattern.nobody_chose"))];
  return html("div", "arrow-open", html("p", "arrow-name", word(`debrief.arrow.${arrow}`)), ...told);
}

function choiceWord(role, choice, word) {
  return word(
    [`act.${role}.${choice}`, `respond.${choice}`, `holder.${choice}`].find(hasWord) ?? `debrief.node.${choice}`,
  );
}
