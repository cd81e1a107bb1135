/* The circle of a table: four states with its own figures and the verbs between them, arrow by arrow; people say the
 * next state first. Then the purse, or for a table that turned the circle it went round in afterwards. */
import { besideOf } from "../../../../state/beside.js";
import { circleOf, roundsOf } from "../../../../state/circle.js";
import { shapeOf } from "../../../../state/circles.js";
import { html, svg } from "../../../shared/svg.js";
import { believed, FIGURES, figuresOfHeld, purseWay, vignette } from "../circle_states.js";

const CLOSED = 3; // presses until all four arrows stand
const DOUBT = 5; // with so many one arrow is asked about
const ANSWER = 6; // and a press more says what would become of it

export const picture = {
  small: true,
  one({ story, film, findings, group, ...shown }, { view: { beat }, word, wall }) {
    const circles = findings?.circles ?? [];
    const isSecond = circles.length > 1 && beat > CLOSED;
    const told = circles[isSecond ? 1 : 0];
    if (!told) return [];
    const circle = { ...circleOf(story, roundsOf(told)), held: told.held_back };
    const shape = shapeOf(told.code);
    const isPurse = beat > CLOSED && beat < DOUBT && !isSecond;
    const found = beat >= ANSWER ? findings?.believed?.[shape.doubted.constant] : null;
    const code = found ? "weaker" : headOf(beat, { isSecond, isPurse, isHeld: circle.held.length > 0 });
    const head = html("h2", "chart-title", word(`debrief.circle.${code}`));
    if (isPurse) return [head, purseWay(circle, story, film, word)];
    if (found) {
      const rows = believed(story, found, word(`debrief.circle.verb.${shape.doubted.verb}`), word);
      return [head, rows, html("p", "model-answer", word("debrief.streets.model"))];
    }
    const scene = { shape, story, film, word, beat: Math.min(beat, CLOSED), isDoubt: beat >= DOUBT };
    const other = wall ? besideOf(shown, group) : null;
    if (!other) return [head, ring(circle, { ...scene, only: wall ? null : newestOf(shape, scene) })];
    const both = [ringBeside(other, scene.beat, isSecond, word), named("this_game", ring(circle, scene), word)];
    return [head, html("div", "circle-two", ...both)];
  },
  sides: (boards, scene) => scene.walls.circleSides(boards, scene, ring),
  preview: { many: () => ["pattern.circle.many", ""] },
};

/* The circle of a game that is laid beside this one, as far as this one is told: its first, or its last. */
function ringBeside({ code, story, film }, beat, isSecond, word) {
  const told = story.circles[isSecond ? story.circles.length - 1 : 0];
  const circle = { ...circleOf(story, roundsOf(told)), held: told.held_back };
  return named(code, ring(circle, { shape: shapeOf(told.code), story, film, word, beat }), word);
}

function named(code, drawn, word) {
  return html("section", "", html("h3", "side-title", word(`debrief.beside.${code}`)), drawn);
}

function headOf(beat, { isSecond, isPurse, isHeld }) {
  if (beat >= DOUBT) return "believe";
  if (isPurse) return "money";
  if (beat < CLOSED) return "ask";
  if (isHeld) return "held_back";
  return isSecond ? "second" : "around";
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
  for (const i of only ?? states.keys()) {
    const state = states[i];
    const isTold = i <= beat + 1;
    const told = isTold ? stateOf(state, circle, { story, film, word }) : [html("b", "ask", "?")];
    const isHeld = isTold && circle.held.includes(state) ? " held-back" : "";
    list.append(html("li", `state at-${i + 1}${isTold ? "" : " untold"}${isHeld}`, ...told));
    if (i > beat || (only && i !== only[0])) continue;
    const isDoubted = isDoubt && verbs[i] === doubted.verb ? " doubted" : "";
    const verb = html("span", "", word(`debrief.circle.verb.${verbs[i]}`));
    const isBroken = circle.held.includes(states[(i + 1) % states.length]) ? " broken" : "";
    list.append(html("li", `verb from-${i + 1}${isDoubted}${isBroken}`, arrow(), verb));
  }
  return list;
}

function stateOf(state, circle, { story, film, word }) {
  const isHeld = circle.held.includes(state);
  const name = html("span", "", word(`debrief.circle.${isHeld ? "held." : ""}${state}`));
  const figures = isHeld ? figuresOfHeld(state, circle, word) : FIGURES[state](circle, word);
  const told = html("p", "", name, html("b", "figure", ...figures));
  return [vignette(state, circle, story, film, word), told];
}

/* Points to the right; where it stands turns it. */
function arrow() {
  const drawn = svg("path", { d: "M4 20H60M44 6L62 20L44 34" });
  return svg("svg", { viewBox: "0 0 68 40", class: "circle-arrow", "aria-hidden": "true" }, drawn);
}
