/* Sensible for whom: per role and round at how many moments doing less together paid this chair more, and how often it was then done. */
import { percent } from "./series.js";
import { html, picture, svg } from "./svg.js";

export const ROLES = ["municipality", "resident", "professional"];
export const FUNDINGS = ["output", "result", "trust"];
const USUALLY = 0.5;
const SIZES = {
  full: { width: 640, row: 78, bar: 58, left: 166, right: 206, top: 4, bottom: 26 },
  small: { width: 360, row: 120, bar: 62, left: 4, right: 4, top: 4, bottom: 26, stacked: true },
};
const SHAPES = {
  municipality: ["rect", { x: 2, y: 2, width: 20, height: 20, rx: 3 }],
  resident: ["circle", { cx: 12, cy: 12, r: 10.5 }],
  professional: ["path", { d: "M12 1 23.5 22H.5Z" }],
};

/** The mark of a role: its shape, without its letter. */
export function roleMark(role) {
  const [name, attributes] = SHAPES[role];
  return svg("svg", { class: `role-mark ${role}`, viewBox: "0 0 24 24", "aria-hidden": "true" }, svg(name, attributes));
}

/** The moments of a role over all rounds: {of, paid, taken, by} as numbers, `by` the shares per funding. */
export function summed(rounds) {
  const of = rounds.reduce((sum, one) => sum + one.moments, 0);
  const paid = rounds.reduce((sum, one) => sum + Math.round(one.moments * one.paid_more), 0);
  const taken = rounds.reduce((sum, one) => sum + Math.round(one.moments * one.paid_more * one.taken), 0);
  const by = Object.fromEntries(
    FUNDINGS.map((funding) => [funding, of ? rounds.reduce((sum, one) => sum + one.moments * one.by_funding[funding], 0) / of : 0]),
  );
  return { of, paid, taken, by };
}

/** What the picture says in one or two sentences. */
export function verdict(sensible, word) {
  const all = ROLES.map((role) => ({ role, ...summed(sensible[role]) })).filter(({ of }) => of);
  const usual = all.filter(({ paid, of }) => paid / of > USUALLY);
  const total = (name) => all.reduce((sum, one) => sum + one[name], 0);
  const told = [];
  if (usual.length && usual.length === ROLES.length) told.push(word("debrief.sensible.every"));
  else if (usual.length) told.push(word("debrief.sensible.some", { roles: usual.map(({ role }) => word(`roles.${role}`)).join(", ") }));
  else told.push(word("debrief.sensible.seldom"));
  if (usual.length && total("taken") < total("paid") * USUALLY) told.push(word("debrief.sensible.resisted"));
  return html("p", "verdict", told.join(" "));
}

/** The key of the bars: outlined where it paid, filled as far as it was done. */
export function momentsKey(word) {
  const item = (kind, name) => html("li", "", html("span", `key-moment ${kind}`), name);
  return html("ul", "chart-key", item("paid", word("debrief.sensible.paid_more")), item("taken", word("debrief.sensible.taken")));
}

/** A row of bars for each role. */
export function momentsChart(sensible, word, size = "full") {
  const s = SIZES[size];
  const rounds = sensible.resident.map((one) => one.round);
  const step = (s.width - s.left - s.right) / rounds.length;
  const wide = Math.min(46, step * 0.74);
  const x = (index) => s.left + step * (index + 0.5);
  const height = s.top + ROLES.length * s.row + s.bottom;
  const parts = ROLES.flatMap((role, index) => roleRow(role, sensible[role], s.top + index * s.row, { ...s, x, wide }, word));
  const ticks = rounds.map((round, index) => svg("text", { class: "tick", x: x(index), y: height - 6, "text-anchor": "middle" }, String(round)));
  const told = ROLES.map((role) => `${word(`roles.${role}`)}: ${often(summed(sensible[role]), word)}`).join(". ");
  return picture(s.width, height, word("debrief.sensible.moments"), told, ...parts, ...ticks);
}

function roleRow(role, rounds, top, s, word) {
  const base = top + s.row - 6;
  const low = s.width - s.right;
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
  const name = svg("text", { class: `line-name ${role}`, x: 28, y: s.stacked ? top + 22 : base - s.bar / 2 + 6 }, word(`roles.${role}`));
  const [shape, attributes] = SHAPES[role];
  const mark = svg("g", { class: `role-mark ${role}`, transform: `translate(0 ${s.stacked ? top + 6 : base - s.bar / 2 - 11}) scale(.85)` }, svg(shape, attributes));
  const told = s.stacked
    ? [svg("text", { class: "tick", x: s.width - 4, y: top + 22, "text-anchor": "end" }, word("debrief.sensible.often", { paid: all.paid, of: all.of }))]
    : [
        svg("text", { class: `line-name ${role}`, x: low + 14, y: base - s.bar / 2 - 4 }, word("debrief.sensible.often", { paid: all.paid, of: all.of })),
        svg("text", { class: "tick", x: low + 14, y: base - s.bar / 2 + 18 }, word("debrief.sensible.chosen", { taken: all.taken })),
      ];
  return [mark, name, svg("line", { class: "axis", x1: s.left, x2: low, y1: base, y2: base }), ...bars, ...told];
}

export function often({ paid, of, taken }, word) {
  return `${word("debrief.sensible.often", { paid, of })}, ${word("debrief.sensible.chosen", { taken })}`;
}

/** How often less paid more under each funding rule: a bar for each role and rule; `funded` tells in which rounds which held. */
export function fundingTable(sensible, funded, word) {
  const heads = FUNDINGS.map((funding) => {
    const rounds = funded[funding] ?? [];
    const cell = html("th", "", html("span", "", word(`funding.${funding}`)));
    if (rounds.length) cell.append(html("span", "was-so", word("debrief.sensible.was_so", { rounds: spans(rounds) })));
    cell.scope = "col";
    return cell;
  });
  const rows = ROLES.map((role) => {
    const { by } = summed(sensible[role]);
    const name = html("th", `role-name ${role}`, roleMark(role), word(`roles.${role}`));
    name.scope = "row";
    return html("tr", "", name, ...FUNDINGS.map((funding) => html("td", "", shareBar(by[funding], role), html("span", "share-figure", percent(by[funding])))));
  });
  const caption = html("caption", "visually-hidden", word("debrief.sensible.paid_more"));
  return html("table", "funding-table", caption, html("thead", "", html("tr", "", html("td"), ...heads)), html("tbody", "", ...rows));
}

/** A share (0–1) as a bar in the colour of `kind`. */
export function shareBar(share, kind) {
  const bar = svg("rect", { class: `share-fill ${kind}`, width: 100 * share, height: 10 });
  return svg("svg", { class: "share-bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("rect", { class: "loop-back", width: 100, height: 10 }), bar);
}

/** The rounds in which each funding held, from a story. */
export function fundedIn(story) {
  const found = {};
  for (const { funding, round } of story.rounds) (found[funding] ??= []).push(round);
  return found;
}

/* 1, 2, 3, 5 as 1–3, 5. */
function spans(rounds) {
  const found = [];
  for (const round of rounds) {
    const last = found.at(-1);
    if (last && round === last[1] + 1) last[1] = round;
    else found.push([round, round]);
  }
  return found.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(", ");
}
