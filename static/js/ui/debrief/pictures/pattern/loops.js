/* The pattern: the loops with how strong they were, on a wall the strongest, or the one that is looked at, as a
 * ring. */
import { block, drawnSize } from "../../charts/blocks.js";
import { behindArrow, loopKey, loopMark, loopTable, roundOf, strengthRow } from "../../charts/loops.js";
import { CODES } from "../../../../state/loop_shapes.js";
import { ringChart } from "../../charts/ring.js";
import { hundred } from "../../../../state/series.js";
import { html, scrolled } from "../../../shared/svg.js";

const RINGS = 2;
const ON_WALL = 3;
const isOne = (view) => CODES.includes(view.loop);

export const picture = {
  perTable: () => true,
  one({ findings }, { view, word, wall }) {
    const found = findings?.loops ?? [];
    if (!found.length) return [];
    const title = word("debrief.pattern.loops");
    const drawn = (codes) => scrolled(loopTable(found, view, word, codes), title);
    if (wall) return [isOne(view) ? oneLoop(findings, view, word) : strongest(title, drawn, found, word)];
    const all = block(title, loopKey(word), drawn(CODES));
    return [all, ...(isOne(view) ? [oneLoop(findings, view, word)] : [])];
  },
  sides: (boards, scene) => scene.walls.loopSides(scene, isOne(scene.view)),
  panels: (boards, view, word) => [
    panel(
      boards.map(({ findings }) => findings.loops).filter((one) => one.length),
      view,
      word,
    ),
  ],
  paper: ({ loops: found }, word) => [
    loopKey(word),
    scrolled(everyRound(loopTable(found, { round: 0 }, word)), word("debrief.pattern.loops")),
    rings(found, word),
  ],
  preview: {
    one: (view) => [view.loop ? "pattern.one_loop" : "pattern.loops", ""],
    many: (view) => (view.loop ? ["pattern.one_loop.many", "sides"] : ["pattern.tables", ""]),
    compared: (view) => (view.loop ? "pattern.one_loop.many" : "pattern.loops.many"),
  },
};

/* On a wall those that were strongest, and what the first of them is: all ten are on phones and on paper. */
function strongest(title, drawn, found, word) {
  const codes = byStrength(found).slice(0, ON_WALL);
  if (!codes.length) return block(title);
  const [first] = codes;
  const about = [html("b", "", `${word(`debrief.loop.${first}`)}: `), word(`debrief.loop_about.${first}`)];
  return block(title, drawn(codes), html("p", "film-line", ...about));
}

/* The loops that there were at all, the strongest over the game first. */
function byStrength(found) {
  const total = (code) => found.reduce((sum, { loops }) => sum + loops[code], 0);
  return CODES.filter(total).sort((one, other) => total(other) - total(one));
}

/* One loop: its name, what it says or what is behind the opened arrow, its ring, and its strength round by round. */
function oneLoop({ loops: found, behind }, view, word) {
  const code = view.loop;
  const round = word("debrief.round_head", { round: roundOf(view, found.length) + 1 }).toLowerCase();
  const title = html("h2", "chart-title", loopMark(code), ` ${word(`debrief.loop.${code}`)} · ${round}`);
  const told = view.arrow
    ? behindArrow(view.arrow, behind, view, found.length, word)
    : html("p", "loop-about", word(`debrief.loop_about.${code}`));
  return html(
    "section",
    "chart-figure loop-one",
    title,
    told,
    ringChart(code, found, view, word, drawnSize()),
    strengthRow(code, found, view, word),
  );
}

/** The number of the round that is looked at, at the tables that came furthest. */
export function roundReached(found, view) {
  return Math.max(...found.map((one) => roundOf(view, one.length))) + 1;
}

function panel(found, view, word) {
  const name = isOne(view)
    ? word("debrief.pattern.loop_tables", { name: word(`debrief.loop.${view.loop}`) })
    : word("debrief.pattern.loops_tables", { round: roundReached(found, view) });
  const longest = Array.from({ length: Math.max(...found.map((one) => one.length)) }, (_, index) => index + 1);
  const ofRound = (round) => found.filter((one) => one[round - 1]).map((one) => one[round - 1].loops[view.loop]);
  const ofLoop = (code) => found.map((one) => one[roundOf(view, one.length)].loops[code]);
  const shown = { name, kind: "quality", axis: hundred };
  if (isOne(view)) return { ...shown, labels: longest, values: longest.map(ofRound) };
  const labels = CODES.map((code) => word(`debrief.loop.${code}`));
  return { ...shown, labels, values: CODES.map(ofLoop), inRows: true }; // ten names have no room under one axis
}

/* On paper no round is looked at more than others: all have their figures, none is marked. */
function everyRound(drawn) {
  for (const cell of drawn.querySelectorAll(".now")) cell.classList.remove("now");
  for (const told of drawn.querySelectorAll("td > span")) told.className = "loop-figure";
  return drawn;
}

/* The loops that were strongest, each as a ring in the round in which it was that. */
function rings(found, word) {
  const peak = (code) =>
    found.reduce((best, one, index) => (one.loops[code] > found[best].loops[code] ? index : best), 0);
  const told = byStrength(found).slice(0, RINGS);
  const drawn = told.map((code) => {
    const round = peak(code) + 1;
    const title = `${word(`debrief.loop.${code}`)} · ${word("debrief.round")} ${round}`;
    return html(
      "div",
      "home-side",
      html("p", "side-title", title),
      ringChart(code, found, { round, arrow: "" }, word, "small"),
    );
  });
  return html("div", "home-sides", ...drawn);
}
