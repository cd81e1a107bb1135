/* Sensible for whom: per role and round at how many moments doing less together paid this chair more, and how often
 * it was then done; beneath it what the street came to meanwhile. */
import { broken } from "../../../state/lines.js";
import { often, qualityOf, summed } from "../../../state/moments_counted.js";
import { roleShape } from "./roles.js";
import { ROLES } from "../../../state/roles.js";
import { hundred } from "../../../state/series.js";
import { html, picture, svg } from "../../shared/svg.js";

const LONGEST = 18;
const SIZES = {
  full: { width: 640, row: 68, bar: 56, left: 196, right: 196, top: 4, bottom: 24, street: 52, line: 19 },
  small: { width: 360, row: 124, bar: 58, left: 4, right: 4, top: 4, bottom: 26, street: 84, stacked: true },
};

/** The key of the bars: outlined where it paid, filled as far as it was done. */
export function momentsKey(word) {
  const item = (kind, name) => html("li", "", html("span", `key-moment ${kind}`), name);
  return html(
    "ul",
    "chart-key",
    item("paid", word("debrief.sensible.paid_more")),
    item("taken", word("debrief.sensible.taken")),
  );
}

/** A row of bars for each role, and the quality of the street beneath them. */
export function momentsChart(sensible, story, word, size = "full") {
  const s = SIZES[size];
  const rounds = sensible.resident.map((one) => one.round);
  const step = (s.width - s.left - s.right) / rounds.length;
  const wide = Math.min(46, step * 0.74);
  const x = (index) => s.left + step * (index + 0.5);
  const height = s.top + ROLES.length * s.row + s.street + s.bottom;
  const at = { ...s, x, wide };
  const parts = ROLES.flatMap((role, index) => roleRow(role, sensible[role], s.top + index * s.row, at, word));
  const street = streetRow(qualityOf(story), s.top + ROLES.length * s.row, at, word);
  const ticks = rounds.map((round, index) =>
    svg("text", { class: "tick", x: x(index), y: height - 5, "text-anchor": "middle" }, String(round)),
  );
  if (!s.stacked)
    ticks.push(
      svg(
        "text",
        { class: "tick", x: s.left - 12, y: height - 5, "text-anchor": "end" },
        word("debrief.round").toLowerCase(),
      ),
    );
  const told = ROLES.map((role) => `${word(`roles.${role}`)}: ${often(summed(sensible[role]), word)}`);
  told.push(`${word("debrief.value.quality")}: ${qualityOf(story).map(hundred).join(", ")}`);
  return picture(s.width, height, word("debrief.sensible.moments"), told.join(". "), ...parts, ...street, ...ticks);
}

function roleRow(role, rounds, top, s, word) {
  const base = top + s.row - 6;
  const middle = base - s.bar / 2;
  const all = summed(rounds);
  const bars = rounds.flatMap((one, index) => {
    const paid = s.bar * one.paid_more;
    const taken = paid * one.taken;
    const at = { x: s.x(index) - s.wide / 2, width: s.wide };
    return [
      svg("rect", { class: "moment whole", ...at, y: base - s.bar, height: s.bar }),
      ...(paid ? [svg("rect", { class: `moment paid ${role}`, ...at, y: base - paid, height: paid })] : []),
      ...(taken ? [svg("rect", { class: `moment taken ${role}`, ...at, y: base - taken, height: taken })] : []),
    ];
  });
  const first = s.stacked ? top + 20 : middle + 6 - s.line;
  const mark = svg(
    "g",
    { class: `role-mark ${role}`, transform: `translate(0 ${first - 15}) scale(.75)` },
    roleShape(role),
  );
  const name = svg("text", { class: `line-name ${role}`, x: 26, y: first }, word(`roles.${role}`));
  const less = word(`debrief.sensible.${rounds.some(({ answers }) => answers) ? "less_too" : "less"}.${role}`);
  const paid = word("debrief.sensible.often", { paid: all.paid, of: all.of });
  const end = s.width - s.right;
  const told = s.stacked
    ? [
        svg("text", { class: "tick", x: 26, y: first + 20 }, less),
        svg("text", { class: "tick", x: s.width - 4, y: first, "text-anchor": "end" }, paid),
      ]
    : [
        ...broken(less, LONGEST).map((line, index) =>
          svg("text", { class: "tick", x: 26, y: first + s.line * (index + 1) }, line),
        ),
        svg("text", { class: `line-name ${role}`, x: end + 14, y: middle - 3 }, paid),
        svg(
          "text",
          { class: "tick", x: end + 14, y: middle + 18 },
          word("debrief.sensible.chosen", { taken: all.taken }),
        ),
      ];
  return [mark, name, axis(base, s), ...bars, ...told];
}

/* What the street came to, round by round: a bar of ink with its figure, all of it on a scale of 0–100. */
function streetRow(values, top, s, word) {
  const base = top + s.street - 4;
  const room = s.street - (s.stacked ? 50 : 26);
  const bars = values.flatMap((value, index) => [
    svg("rect", {
      class: "moment came-to",
      x: s.x(index) - s.wide / 2,
      width: s.wide,
      y: base - room * value,
      height: room * value,
    }),
    svg(
      "text",
      { class: "tick strong", x: s.x(index), y: base - room * value - 5, "text-anchor": "middle" },
      hundred(value),
    ),
  ]);
  const y = s.stacked ? top + 18 : base - 14;
  const name = svg("text", { class: "line-name", x: s.stacked ? 4 : 26, y }, word("debrief.sensible.street"));
  return [name, axis(base, s), ...bars];
}

function axis(base, s) {
  return svg("line", { class: "axis", x1: s.left, x2: s.width - s.right, y1: base, y2: base });
}
