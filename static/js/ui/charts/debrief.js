/* Every picture of the debrief for one table, the same on projector (`wall`: just the part shown), phone and paper (all parts of the step). */
import { cards, wordWall } from "./cloud.js";
import { behindArrow, loopKey, loopMark, loopTable, ringChart, roundOf, strengthRow } from "./loops.js";
import { fundedIn, fundingTable, momentsChart, momentsKey, ROLES, summed, verdict } from "./moments.js";
import { CODES } from "./loop_shapes.js";
import { marksOf } from "./series.js";
import { block, chart, drawStory, lined, lineFigures, NARROW, source, tryOut } from "./story.js";
import { html, scrolled, table } from "./svg.js";
import { tallyList } from "./tally.js";
import { answersChart, answersOf, answersOptions, answersTable, nameOf } from "./what_if.js";

const TOLD = ["what_happened", "undercurrent"];
const NOBODY = { posts: [], waiting: 0, tallies: {}, options: [] };
const WRITTEN = ["feeling", "at_work", "tomorrow"];

/** Draw the step that `view` (DebriefView) shows of one table: `shown` is {story, findings, earlier}. With `wall` just the part of it that is
 * shown, else all of them. `voices` is what the room said, `groups` earlier groups to lay beneath. */
export function drawOne(container, shown, view, word, { wall = false, voices = null, groups = [], most } = {}) {
  const said = voices ?? NOBODY;
  if (WRITTEN.includes(view.step)) return container.replaceChildren(...written(view, said, word, { wall, most }));
  const { story } = shown;
  if (TOLD.includes(view.step)) return drawStory(container, story, view, word, wall, { ...shown, groups, voices: said });
  if (!story.rounds.length) return container.replaceChildren(html("p", "story-intro", word("debrief.no_rounds")));
  const parts = { pattern, sensible, what_if: whatIf }[view.step];
  const names = wall && view.part in parts ? [view.part] : Object.keys(parts);
  const drawn = names.flatMap((name) => parts[name](shown, { ...view, part: name }, word, { wall, voices: said }));
  const head = wall ? [] : [html("p", "story-intro", word(`debrief.${view.step}.intro`))];
  container.replaceChildren(...head, ...tryOut(story, word), ...drawn, ...(wall ? [] : [source(word, false)]));
}

/** What people wrote in the step that is shown. */
export function written(view, voices, word, { wall = false, most } = {}) {
  if (wall && view.part === "take_home") return takeHome(view, word);
  const title = html("h2", "chart-title", word(`debrief.${view.step}.wall`));
  if (view.step === "feeling") return [title, ...wordWall(voices, word, most)];
  return [title, cards(voices.posts, word, word(`debrief.${view.step}.empty`))];
}

/* The page to take home: its code to scan, big. */
function takeHome(view, word) {
  const code = document.createElement("img");
  code.className = "take-home-qr";
  code.dataset.qr = `/qr${view.take_home.replace(/\/$/, ".svg")}`; // the page adds which address it is of
  code.alt = word("debrief.tomorrow.take_home_qr");
  const told = html("div", "take-home-told", html("h2", "chart-title", word("debrief.tomorrow.take_home")), html("p", "", word("debrief.tomorrow.take_home_how")));
  return [html("div", "take-home", ...(view.take_home ? [code] : []), told)];
}

const size = () => (NARROW.matches ? "small" : "full");

const pattern = {
  loops: ({ findings }, view, word, { wall }) => {
    const found = findings?.loops ?? [];
    if (!found.length) return [];
    const all = () => block(word("debrief.pattern.loops"), loopKey(word), scrolled(loopTable(found, view, word), word("debrief.pattern.loops")));
    const codes = CODES.includes(view.loop) ? [view.loop] : [];
    if (wall) return codes.length ? [oneLoop(codes[0], findings, view, word)] : [all()];
    return [all(), ...codes.map((code) => oneLoop(code, findings, view, word))];
  },
};

/** One loop: its name, what it says, its ring, and its strength round by round. */
export function oneLoop(code, { loops, behind }, view, word) {
  const title = html("h2", "chart-title", loopMark(code), ` ${word(`debrief.loop.${code}`)} · ${word("debrief.round_head", { round: roundOf(view, loops.length) + 1 }).toLowerCase()}`);
  const told = view.arrow ? behindArrow(view.arrow, behind, view, loops.length, word) : html("p", "loop-about", word(`debrief.loop_about.${code}`));
  return html("section", "chart-figure loop-one", title, told, ringChart(code, loops, view, word, size()), strengthRow(code, loops, view, word));
}

const sensible = {
  moments: ({ story, findings }, view, word) => {
    const found = findings?.sensible ?? {};
    if (!found.resident) return [];
    const numbers = table(word("debrief.tables_below"), [word("debrief.round"), ...ROLES.map((role) => word(`roles.${role}`))], momentRows(found, word));
    const figure = chart(word("debrief.sensible.moments"), [momentsKey(word), momentsChart(found, story, word, size()), verdict(found, story, word)], numbers, word);
    figure.classList.add("moments");
    return [figure];
  },
  funding: ({ story, findings }, view, word) => {
    const found = findings?.sensible ?? {};
    if (!found.resident) return [];
    const drawn = fundingTable(found, fundedIn(story), word);
    return [block(word("debrief.sensible.funding"), html("p", "funding-about", word("debrief.sensible.paid_more")), drawn, ...differs(found, word))];
  },
  marks: ({ story, findings }, view, word) => {
    if (!findings?.marks?.resident) return [];
    const options = marksOf(story, findings.marks, view, word);
    return [chart(word("debrief.sensible.marks"), [...lined(options), html("p", "axis-note small", word("debrief.sensible.by_hundred"))], lineFigures(options, word), word)];
  },
};

function momentRows(found, word) {
  return found.resident.map((_, index) => [index + 1, ...ROLES.map((role) => {
    const { paid, of, taken } = summed([found[role][index]]);
    return `${word("debrief.sensible.often", { paid, of })}, ${word("debrief.sensible.chosen", { taken })}`;
  })]);
}

function differs(found, word) {
  const { by } = summed(found.professional);
  return new Set(Object.values(by)).size > 1 ? [html("p", "verdict", word("debrief.sensible.differs"))] : [];
}

const whatIf = {
  vote: (shown, view, word, { voices, wall }) => {
    if (!wall && !voices.tallies.what_if) return []; // a phone has its own buttons, and the counts are on the big screen
    const rows = voices.options.map((code) => ({ name: nameOf({ code, since: 1 }, word), count: voices.tallies.what_if?.[code] ?? 0 }));
    return [block(word("debrief.what_if.vote"), tallyList(rows, "vote"))];
  },
  lines: (shown, view, word) => answered(shown, view, word, word("debrief.what_if.lines"), word("debrief.what_if.none")),
  doubt: (shown, view, word) => {
    return answered(shown, view, word, word("debrief.what_if.doubt"), word("debrief.what_if.no_doubt"));
  },
};

function answered({ story, findings }, view, word, title, none) {
  const answers = findings ? answersOf(findings, view, word) : [];
  const empty = answers.length ? [] : [html("p", "story-claim", none)];
  const drawn = answersChart(story, answers, word, NARROW.matches ? "small" : "flat");
  const numbers = lineFigures(answersOptions(story, answers, word), word);
  const told = answers.length ? [answersTable(story, answers, word), html("p", "model-answer", word("debrief.what_if.model_answer"))] : [];
  const figure = chart(title, [...empty, drawn, ...told], numbers, word);
  figure.classList.add("what-if");
  return [figure];
}
