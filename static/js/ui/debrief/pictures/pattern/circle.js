/* The circle of a table: four states with its own figures and the verbs between them, arrow by arrow; people say the
 * next state first. Then the purse, or for a table that turned the circle it went round in afterwards. */
import { circleOf, circlesOf } from "../../../../state/circle.js";
import { shapeFor } from "../../../../state/circles.js";
import { besideOf } from "../../../../state/beside.js";
import { html, svg } from "../../../shared/svg.js";
import { believed, FIGURES, nameOf, purseOf, vignette } from "../circle_states.js";

const CLOSED = 3; // presses until all four arrows stand
const ALL_TOLD = 2; // presses until all states of several tables stand
const WITH_PURSE = "better"; // the state that says what became of it later
const DOUBT = 5; // and a press more asks whether one of them is believed

export const picture = {
  small: true,
  one({ story, film, findings, group, ...shown }, { view, word, wall }) {
    const circles = circlesOf(story);
    const isSecond = circles.length > 1 && view.beat > CLOSED;
    const rounds = circles[isSecond ? 1 : 0];
    const circle = circleOf(story, rounds);
    const shape = shapeFor(circle.isUp, rounds, findings?.loops);
    const beat = isSecond ? CLOSED : view.beat;
    const isDoubt = view.beat >= DOUBT;
    const hasPurse = view.beat > CLOSED && !isSecond && !isDoubt;
    const told = headOf({ beat, isSecond, hasPurse, isDoubt });
    const hasLater = hasPurse || (isDoubt && !isSecond);
    const scene = { shape, story, film, word, beat, hasLater, doubts: isDoubt ? findings?.believed : null };
    const head = html("h2", "chart-title", word(`debrief.circle.${told}`));
    const other = wall ? besideOf(shown, group) : null;
    const drawn = other
      ? html(
          "div",
          "circle-two",
          ringBeside(other, { beat, isSecond, word }),
          named("this_game", ring(circle, scene), word),
        )
      : ring(circle, { ...scene, hasPurse, only: wall ? null : newestOf(shape, { beat, isDoubt, hasPurse }) });
    const found = scene.doubts?.[shape.doubted.constant];
    return [head, drawn, ...(found ? [believed(story, found, word)] : [])];
  },
  sides(boards, { view, word, group, walls: { unrolled } }) {
    const isWhole = view.beat >= ALL_TOLD;
    return [word(`debrief.circle.${isWhole ? "around" : "ask"}`), [], [unrolled(boards, group, view.beat + 2, word)]];
  },
  preview: { many: () => ["pattern.circle.many", ""] },
};

/* The circle of a game that is laid beside this one, as far as this one is told: its first, or its last. */
function ringBeside({ code, story, film }, { beat, isSecond, word }) {
  const circles = circlesOf(story);
  const rounds = circles[isSecond ? circles.length - 1 : 0];
  const circle = circleOf(story, rounds);
  const shape = shapeFor(circle.isUp, rounds);
  return named(code, ring(circle, { shape, story, film, word, beat }), word);
}

function named(code, drawn, word) {
  return html("section", "", html("h3", "side-title", word(`debrief.beside.${code}`)), drawn);
}

function headOf({ beat, isSecond, hasPurse, isDoubt }) {
  if (isDoubt) return "believe";
  if (isSecond) return "second";
  if (hasPurse) return "money";
  return beat < CLOSED ? "ask" : "around";
}

/* What a phone has, as the circle is on the wall: two states with what was told last between them. The first two have
 * those to come after them, the purse has the state beside which it stands, and a doubt has its arrow. */
function newestOf({ states, verbs, doubted }, { beat, isDoubt, hasPurse }) {
  if (!beat) return null;
  if (hasPurse && states.includes(WITH_PURSE)) return [states.indexOf(WITH_PURSE)];
  const from = isDoubt ? verbs.indexOf(doubted.verb) : Math.min(beat, CLOSED);
  return [from, (from + 1) % states.length];
}

/* `beat` is how far it is told: two states and an arrow at first. `only` are the states that are drawn, from 0, with
 * the arrow from the first to the second; null is all of them. */
function ring(circle, { shape, story, film, beat, word, hasPurse, hasLater, doubts, only = null }) {
  const { states, verbs, doubted } = shape;
  const list = html("ol", "circle");
  for (const i of only ?? states.keys()) {
    const state = states[i];
    const isTold = i <= beat + 1;
    const told = isTold ? stateOf(state, circle, { story, film, word, hasLater }) : [html("b", "ask", "?")];
    list.append(html("li", `state at-${i + 1}${isTold ? "" : " untold"}`, ...told));
    if (i > beat || (only && (i !== only[0] || only.length === 1))) continue;
    const isDoubted = doubts && verbs[i] === doubted.verb ? " doubted" : "";
    const verb = html("span", "", word(`debrief.circle.verb.${verbs[i]}`));
    list.append(html("li", `verb from-${i + 1}${isDoubted}`, arrow(), verb));
  }
  if (hasPurse) list.append(html("li", "circle-purse", ...purseOf(circle, word)));
  return list;
}

function stateOf(state, circle, { story, film, word, hasLater }) {
  const name = html("span", "", nameOf(state, circle.isUp, word));
  const told = html("p", "", name, html("b", "figure", ...FIGURES[state](circle, word, hasLater)));
  return [vignette(state, circle, story, film, word), told];
}

/* Points to the right; where it stands turns it. */
function arrow() {
  const drawn = svg("path", { d: "M4 20H60M44 6L62 20L44 34" });
  return svg("svg", { viewBox: "0 0 68 40", class: "circle-arrow", "aria-hidden": "true" }, drawn);
}
