/* The circle of a table: four states with its own figures and the verbs between them, arrow by arrow; people say the
 * next state first. Then the purse, or for a table that turned the circle it went round in afterwards. */
import { besideOf } from "../../../../state/beside.js";
import { circleOf, circlesOf } from "../../../../state/circle.js";
import { shapeFor } from "../../../../state/circles.js";
import { html, svg } from "../../../shared/svg.js";
import { believed, FIGURES, nameOf, purseWay, vignette } from "../circle_states.js";

const CLOSED = 3; // presses until all four arrows stand
const DOUBT = 5; // with so many one arrow is asked about
const ANSWER = 6; // and a press more says what would become of it

export const picture = {
  small: true,
  one({ story, film, findings, group, ...shown }, { view: { beat }, word, wall }) {
    const circles = circlesOf(story);
    const isSecond = circles.length > 1 && beat > CLOSED;
    const rounds = circles[isSecond ? 1 : 0];
    const circle = circleOf(story, rounds);
    const shape = shapeFor(circle.isUp, rounds, findings?.loops);
    const isPurse = beat > CLOSED && beat < DOUBT && !isSecond;
    const found = beat >= ANSWER ? findings?.believed?.[shape.doubted.constant] : null;
    const told = found ? "weaker" : headOf(beat, isSecond, isPurse);
    const head = html("h2", "chart-title", word(`debrief.circle.${told}`));
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
  const circles = circlesOf(story);
  const rounds = circles[isSecond ? circles.length - 1 : 0];
  const circle = circleOf(story, rounds);
  return named(code, ring(circle, { shape: shapeFor(circle.isUp, rounds), story, film, word, beat }), word);
}

function named(code, drawn, word) {
  return html("section", "", html("h3", "side-title", word(`debrief.beside.${code}`)), drawn);
}

function headOf(beat, isSecond, isPurse) {
  if (beat >= DOUBT) return "believe";
  if (isSecond) return "second";
  if (isPurse) return "money";
  return beat < CLOSED ? "ask" : "around";
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
    list.append(html("li", `state at-${i + 1}${isTold ? "" : " untold"}`, ...told));
    if (i > beat || (only && i !== only[0])) continue;
    const isDoubted = isDoubt && verbs[i] === doubted.verb ? " doubted" : "";
    const verb = html("span", "", word(`debrief.circle.verb.${verbs[i]}`));
    list.append(html("li", `verb from-${i + 1}${isDoubted}`, arrow(), verb));
  }
  return list;
}

function stateOf(state, circle, { story, film, word }) {
  const name = html("span", "", nameOf(state, circle.isUp, word));
  const told = html("p", "", name, html("b", "figure", ...FIGURES[state](circle, word)));
  return [vignette(state, circle, story, film, word), told];
}

/* Points to the right; where it stands turns it. */
function arrow() {
  const drawn = svg("path", { d: "M4 20H60M44 6L62 20L44 34" });
  return svg("svg", { viewBox: "0 0 68 40", class: "circle-arrow", "aria-hidden": "true" }, drawn);
}
