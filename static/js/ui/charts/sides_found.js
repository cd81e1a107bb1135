/* Several tables side by side in the steps that were computed: loops, moments, what-ifs and turning points, a small drawing each. */
import { strengthBars } from "./bars.js";
import { lineKey } from "./keys.js";
import { lineChart } from "./line.js";
import { loopHead, loopKey, loopMark, roundOf } from "./loops.js";
import { CODES } from "./loop_shapes.js";
import { FUNDINGS, ROLES, momentsKey, roleMark, shareBar, summed } from "./moments.js";
import { marksOf, percent } from "./series.js";
import { html, svg } from "./svg.js";
import { sentenceOf } from "./turns.js";
import { answersOf, answersOptions } from "./what_if.js";

/** Title, key and drawings of the picture that `view` shows for `boards`; `each(draw)` makes a card per table. */
export function foundSides(boards, view, word, size, each) {
  if (view.step === "pattern") return CODES.includes(view.loop) ? oneLoop(view, word, size, each) : allLoops(boards, view, word);
  if (view.step === "what_if") return answers(boards, view, word, size, each);
  if (view.part === "turns") return [word("debrief.undercurrent.biggest"), [], each((story, { findings }) => biggest(findings, word))];
  if (view.part === "moments") return [word("debrief.sensible.moments"), [momentsKey(word)], each((story, { findings }) => momentBars(findings, word))];
  if (view.part === "funding") return [word("debrief.sensible.only_professionals"), [], each((story, { findings }) => fundingBars(findings, word))];
  const options = (story, { findings }) => marksOf(story, findings.marks, view, word);
  const key = lineKey(options(boards[0].story, boards[0]));
  const draw = (story, board) => lineChart({ ...options(story, board), size });
  return [word("debrief.sensible.marks"), [key], each(draw)];
}

function oneLoop(view, word, size, each) {
  const name = word(`debrief.loop.${view.loop}`);
  const title = html("span", "", loopMark(view.loop), ` ${word("debrief.pattern.loop_tables", { name })}`);
  const draw = (story, { findings: { loops } }) => {
    const values = loops.map((one) => one.loops[view.loop]);
    const description = values.map(percent).join(", ");
    return strengthBars({ title: name, description, rounds: loops.map((_, index) => index + 1), values, now: roundOf(view, loops.length), percent, size });
  };
  return [title, [], each(draw)];
}

/* All loops of all shown tables: a row per loop, a column per table. */
function allLoops(boards, view, word) {
  const known = boards.filter(({ findings }) => findings?.loops.length);
  const round = Math.max(...known.map(({ findings }) => roundOf(view, findings.loops.length))) + 1;
  const heads = known.map(({ table }) => {
    const cell = html("th", "", word("debrief.table", { table }));
    cell.scope = "col";
    return cell;
  });
  const rows = CODES.map((code) => html("tr", "", loopHead(code, word), ...known.map(({ findings: { loops } }) => cell(loops[roundOf(view, loops.length)].loops[code]))));
  const caption = html("caption", "visually-hidden", word("debrief.pattern.loops_tables", { round }));
  const drawn = html("table", "loop-table tables", caption, html("thead", "", html("tr", "", html("td"), ...heads)), html("tbody", "", ...rows));
  return [word("debrief.pattern.loops_tables", { round }), [loopKey(word)], [drawn]];
}

function cell(strength) {
  const bar = svg("rect", { class: "loop-fill", width: 100 * strength, height: 10 });
  const drawn = svg("svg", { class: "share-bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" }, svg("rect", { class: "loop-back", width: 100, height: 10 }), bar);
  return html("td", "", drawn, html("span", "loop-figure", percent(strength)));
}

function momentBars({ sensible }, word) {
  const rows = ROLES.map((role) => {
    const { of, paid, taken } = summed(sensible[role]);
    const part = (kind, share) => svg("rect", { class: `moment ${kind} ${role}`, x: 0.5, y: 1, width: 99 * share, height: 18 });
    const drawn = svg("svg", { class: "share-bar", viewBox: "0 0 100 20", preserveAspectRatio: "none", "aria-hidden": "true" }, part("whole", 1), part("paid", of ? paid / of : 0), part("taken", of ? taken / of : 0));
    const name = html("span", "visually-hidden", word(`roles.${role}`));
    return html("li", "", roleMark(role), name, drawn, html("strong", "", `${paid}/${of}`));
  });
  return html("ul", "side-bars", ...rows);
}

function fundingBars({ sensible }, word) {
  const { by } = summed(sensible.professional);
  const rows = FUNDINGS.map((funding) => html("li", "named", html("span", "", word(`funding.${funding}`)), shareBar(by[funding], "professional"), html("strong", "", percent(by[funding]))));
  return html("ul", "side-bars", ...rows);
}

function biggest({ turns }, word) {
  const [turn] = [...turns].sort((one, other) => other.effect - one.effect);
  const { what } = sentenceOf(turn, word);
  return html("div", "side-turn", html("span", "turn-round", String(turn.round)), html("p", "", what));
}

function answers(boards, view, word, size, each) {
  const [first] = boards;
  const named = answersOf(first.findings, view, word);
  const options = (story, findings) => answersOptions(story, answersOf(findings, view, word), word);
  const whole = options(first.story, first.findings);
  const names = [word("debrief.what_if.as_it_went"), ...named.map(({ name }) => name)];
  const key = lineKey({ ...whole, series: whole.series.map((line, index) => ({ ...line, name: names[index] })) });
  const none = named.length ? [] : [html("p", "story-claim", word(view.part === "doubt" ? "debrief.what_if.no_doubt" : "debrief.what_if.none"))];
  return [word(`debrief.what_if.${view.part}`), [...none, key], each((story, { findings }) => lineChart({ ...options(story, findings), size }))];
}
