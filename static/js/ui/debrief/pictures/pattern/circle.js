/* The circle of a table: four states with its own figures and the verbs between them, arrow by arrow; people say the
 * next state first. Then the purse, or for a table that turned the circle it went round in afterwards. */
import { circleTold, fewestHours, shapeOf, wholeHead } from "../../../../state/circles.js";
import { lastOf } from "../../../../state/lists.js";
import { hundred } from "../../../../state/series.js";
import { html, svg } from "../../../shared/svg.js";
import { figuresOf, figuresOfHeld, LITTLE, nameOf, vignette } from "../circle_states.js";

const CLOSED = 3; // presses until all four arrows stand
const DOUBT = 5; // with so many one arrow is asked about
const ANSWER = 6; // and a press more says what would become of it

export const picture = {
  small: true,
  one({ story, film, findings, group, ...shown }, { view: { beat }, word, wall, walls }) {
    const circles = findings?.circles ?? [];
    const isSecond = circles.length > 1 && beat > CLOSED;
    const told = circles[isSecond ? 1 : 0];
    if (!told) return [];
    const circle = circleTold(story, told);
    const shape = shapeOf(told.code, circle.held);
    const isPurse = beat > CLOSED && beat < DOUBT && !isSecond;
    const found = beat >= ANSWER ? findings?.believed?.[shape.doubted.constant] : null;
    const code = found ? "weaker" : headOf(beat, { isSecond, isPurse, circle });
    const head = html("h2", "chart-title", word(`debrief.circle.${code}`));
    const drawn = (make) => (wall ? [make()] : []);
    if (isPurse)
      return [head, ...drawn(() => walls.purseWay(circle, story, film, word)), purseTold(circle, story, word)];
    if (found) {
      const figures = endsOf(story, found);
      const verb = word(`debrief.circle.verb.${shape.doubted.verb}`);
      return [head, ...drawn(() => walls.believed(figures, verb, word)), ...endTold(figures, told.code, word)];
    }
    const scene = { shape, story, film, word, beat: Math.min(beat, CLOSED), isDoubt: beat >= DOUBT };
    if (!wall) return [head, ring(circle, { ...scene, only: newestOf(shape, scene) })];
    return [head, walls.besideCircle(ring(circle, scene), { ...shown, group }, { ...scene, isSecond }, ring)];
  },
  sides: (boards, scene) => scene.walls.circleSides(boards, scene, ring),
  preview: { many: () => ["pattern.circle.many", ""] },
};

/* Whether the purse paid a full week; and of a street that does not look worse for it yet, that. */
function purseTold(circle, story, word) {
  const least = fewestHours(story, circle);
  if (!least) return html("p", "film-line", word("debrief.circle.full"));
  const told = word("debrief.circle.empty", { round: circle.empty + 1 });
  const isWorse = story.rounds[circle.empty].quality - least.quality >= LITTLE;
  return html("p", "film-line", told, ...(isWorse ? [] : [" ", word("debrief.circle.not_yet")]));
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

function headOf(beat, { isSecond, isPurse, circle }) {
  if (beat >= DOUBT) return "believe";
  if (isPurse) return "money";
  if (beat < CLOSED) return "ask";
  return isSecond && !circle.held.length ? "second" : wholeHead(circle);
}

/* What a phone has, as the circle is on the wall: two states with what was told last between them. The first two have
 * those to come after them, and a doubt has its arrow. */
function newestOf({ states, verbs, doubted }, { beat, isDoubt }) {
  if (!beat) return null;
  const from = isDoubt ? verbs.indexOf(doubted.verb) : beat;
  return [from, (from + 1) % states.length];
}

/* `beat` is how far it is told: two states and an arrow at first. `only` are the states that are drawn, from 0, with
 * the arrow from the first to the second; null is all of them. */
function ring(circle, { shape, story, film, beat, word, isDoubt = false, only = null }) {
  const { states, verbs, doubted } = shape;
  const list = html("ol", "circle");
  const isWhole = beat >= CLOSED && !only;
  for (const i of only ?? states.keys()) {
    const state = states[i];
    const isTold = i <= beat + 1;
    const told = isTold ? stateOf(state, circle, { story, film, word }) : [html("b", "ask", "?")];
    const isHeld = isTold && circle.held.includes(state) ? " held-back" : "";
    list.append(html("li", `state at-${i + 1}${isTold ? "" : " untold"}${isHeld}`, ...told));
    if (i > beat || (only && i !== only[0])) continue;
    const isDoubted = isDoubt && verbs[i] === doubted.verb ? " doubted" : "";
    const isBroken = circle.held.includes(states[(i + 1) % states.length]);
    const verb = word(`debrief.circle.verb.${verbs[i]}`);
    list.append(
      html("li", `verb from-${i + 1}${isDoubted}${isBroken ? " broken" : ""}`, arrow(), html("span", "", verb)),
    );
  }
  if (isWhole) list.append(html("li", "no-start", "↻", html("span", "", word("debrief.circle.no_start"))));
  return list;
}

function stateOf(state, circle, { story, film, word }) {
  const figures = (circle.held.includes(state) ? figuresOfHeld : figuresOf)(state, circle, word);
  const told = html("p", "", html("span", "", nameOf(state, circle, word)), html("b", "figure", ...figures));
  return [vignette(state, circle, story, film, word), told];
}

/* Points to the right; where it stands turns it. */
function arrow() {
  const drawn = svg("path", { d: "M4 20H60M44 6L62 20L44 34" });
  return svg("svg", { viewBox: "0 0 68 40", class: "circle-arrow", "aria-hidden": "true" }, drawn);
}
