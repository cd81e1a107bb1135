/* The circle of a table: four states with its own figures and the verbs between them, arrow by arrow; people say the
 * next state first. Then the purse, or for a table that turned the circle it went round in afterwards. */
import { circleTold, fewestHours, shapeOf, wholeHead } from "../../../../state/circles.js";
import { changeOf } from "../../../../state/changes.js";
import { lastOf } from "../../../../state/lists.js";
import { hundred } from "../../../../state/series.js";
import { html, svg } from "../../../shared/svg.js";
import { figuresOf, figuresOfHeld, LITTLE, nameOf, vignette } from "../circle_states.js";

const CLOSED = 3; // presses until all four arrows stand
/* How many presses after the first circle is whole (game/engine/debrief/presses.py): the purse or the second circle,
 * one arrow that is asked about, and what would become of it. */
const [AFTER, DOUBT, ANSWER] = [1, 2, 3];
const GROWS = ["ours", "better"];

export const picture = {
  small: true,
  one({ story, film, findings, group, ...shown }, { view: { beat }, word, wall, walls }) {
    const circles = findings?.circles ?? [];
    if (!circles.length) return [];
    const press = beat - (circles[0].line.length - 1); // since it was whole
    const isSecond = circles.length > 1 && press >= AFTER;
    const told = circles[isSecond ? 1 : 0];
    const circle = circleTold(story, told);
    const shape = shapeOf(told);
    const isPurse = press === AFTER && !isSecond;
    const isDoubt = press >= DOUBT && shape.doubted !== null;
    const found = isDoubt && press >= ANSWER ? findings?.believed?.[shape.doubted.constant] : null;
    const code = found ? "weaker" : headOf(press, { isDoubt, isSecond, isPurse, circle, shape });
    const head = html("h2", "chart-title", word(`debrief.circle.${code}`));
    const drawn = (make) => (wall ? [make()] : []);
    if (isPurse) return [head, ...purseTold(circle, story, { film, word, wall, walls, rich: findings.rich })];
    if (found) {
      const figures = endsOf(story, found);
      const verb = word(`debrief.circle.verb.${shape.doubted.verb}`);
      return [head, ...drawn(() => walls.believed(figures, verb, word)), ...endTold(figures, shape.doubted.code, word)];
    }
    const scene = { shape, story, film, word, beat: press < 0 ? beat : CLOSED, isNewest: !wall };
    if (isDoubt) return [head, doubtOf(circle, scene)];
    if (!wall) return [head, ring(circle, scene)];
    return [head, walls.besideCircle(ring(circle, scene), { ...shown, group }, { ...scene, isSecond }, ring)];
  },
  sides: (boards, scene) => scene.walls.circleSides(boards, scene, ring),
  preview: { many: () => ["pattern.circle.many", ""] },
};

/* Whether the purse paid a full week. What it did is drawn, of a street that came to look worse with what more money
 * would have brought; where there was always enough it is said, and on a wall fills it. */
function purseTold(circle, story, { film, word, wall, walls, rich }) {
  const least = fewestHours(story, circle);
  const isWorse = least && story.rounds[circle.empty].quality - least.quality >= LITTLE;
  const told = least ? word("debrief.circle.empty", { round: circle.empty + 1 }) : word("debrief.circle.full");
  if (!least) return [html("div", wall ? "purse-way" : "", html("p", "purse-told", told))];
  const isKnown = wall && typeof rich === "number";
  const more = isWorse ? (isKnown ? walls.richTold(rich, story, word) : "") : word("debrief.circle.not_yet");
  const isCause = isWorse && !(isKnown && changeOf(rich, lastOf(story.rounds).quality) <= 0);
  const way = wall ? [walls.purseWay(circle, story, { film, isCause, word })] : [];
  return [...way, html("p", "film-line", told, " ", more)];
}

/* How the street ends as it went, and without the doubted arrow (0–100). */
function endsOf({ rounds }, { off }) {
  return { from: hundred(lastOf(rounds).quality), to: hundred(lastOf(off.quality)) };
}

function endTold(figures, code, word) {
  const suppose = word(`debrief.circle.suppose.${code}`);
  const then = word(`debrief.circle.doubt.${figures.from === figures.to ? "same" : "other"}`, figures);
  return [html("p", "film-line", suppose, " ", then), html("p", "model-answer", word("debrief.circle.doubt.about"))];
}

/* An arrow that joins something that was not told is called one more. */
function believeOf({ states, doubted }) {
  const [from, to] = doubted.states.map((state) => states.indexOf(state));
  return Math.min(from, to) < 0 ? "believe_more" : "believe";
}

function headOf(press, { isDoubt, isSecond, isPurse, circle, shape }) {
  if (press >= DOUBT) return isDoubt ? believeOf(shape) : "any";
  if (isPurse) return "money";
  if (press < 0) return "ask";
  return isSecond && !circle.held.length ? "second" : wholeHead(circle);
}

/* How many states stand after `beat` presses: two at first, of a line one. */
const toldOf = (circle, beat) => beat + (circle.held.length ? 1 : 2);

/* What a phone has, as the circle is on the wall: two states with what was told last between them. The first two have
 * those to come after them. */
function newestOf({ states }, told, { beat, isClosed }) {
  const stand = Math.min(told, states.length);
  if (!beat || stand < 2) return null;
  return isClosed ? [stand - 1, 0] : [stand - 2, stand - 1];
}

/* `beat` is how far it is told: two states and an arrow at first. With `isNewest` only what was told last is drawn. */
function ring(circle, { shape, story, film, beat, word, isNewest = false }) {
  const { states, verbs } = shape;
  const told = toldOf(circle, beat);
  const isClosed = beat >= CLOSED && !circle.held.length;
  const only = isNewest ? newestOf(shape, told, { beat, isClosed }) : null;
  const list = html("ol", "circle");
  for (const i of only ?? states.keys()) {
    const state = states[i];
    const isTold = i < told;
    list.append(
      isTold
        ? stateOf(state, circle, `at-${i + 1}`, { story, film, word })
        : html("li", `state at-${i + 1} untold`, html("b", "ask", "?")),
    );
    const goesOn = i < Math.min(told, states.length) - 1 || (isClosed && i === states.length - 1);
    if (!goesOn || (only && i !== only[0])) continue;
    list.append(arrowTo(states[(i + 1) % states.length], circle, `from-${i + 1}`, verbs[i], word));
  }
  if (isClosed && !only) list.append(html("li", "no-start", "↻", html("span", "", word("debrief.circle.no_start"))));
  return list;
}

/* The two states of the arrow that is doubted, with it between them. */
function doubtOf(told, { shape: { doubted }, ...scene }) {
  const circle = { ...told, held: [], isUp: GROWS.includes(doubted.states[1]) }; // both are told as they went
  const [from, to] = doubted.states.map((state, i) => stateOf(state, circle, `at-${i + 1}`, scene));
  const verb = html("span", "", scene.word(`debrief.circle.verb.${doubted.verb}`));
  return html("ol", "circle of-doubt", from, html("li", "verb from-1 doubted", arrow(), verb), to);
}

/* With its verb; to what was held back one that says so. */
function arrowTo(state, circle, place, verb, word) {
  const isBroken = circle.held.includes(state);
  const plain = () => nameOf(state, { ...circle, held: [] }, word); // what one would expect
  const told = isBroken ? word("debrief.circle.odd", { state: plain() }) : word(`debrief.circle.verb.${verb}`);
  return html("li", `verb ${place}${isBroken ? " broken" : ""}`, arrow(), html("span", "", told));
}

function stateOf(state, circle, place, { story, film, word }) {
  const isHeld = circle.held.includes(state);
  const figures = (isHeld ? figuresOfHeld : figuresOf)(state, circle, word);
  const told = html("p", "", html("span", "", nameOf(state, circle, word)), html("b", "figure", ...figures));
  const kind = `state ${place}${isHeld ? " held-back" : ""}`;
  return html("li", kind, vignette(state, circle, story, film, word), told);
}

/* Points to the right; where it stands turns it. */
function arrow() {
  const drawn = svg("path", { d: "M4 20H60M44 6L62 20L44 34" });
  return svg("svg", { viewBox: "0 0 68 40", class: "circle-arrow", "aria-hidden": "true" }, drawn);
}
