/* The circles that can be told of a table, by the code of their loop: the verbs between their states, and which of
 * these is doubted. Which states they have, and which circle is told, is said in game/engine/debrief/circles.py. */
import { circleOf } from "./circle.js";
import { lastOf } from "./lists.js";
import { drawnFor, structure } from "./structure.js";

const VERBS = drawnFor(
  Object.keys(structure.circles),
  {
    R1: ["done", "not_needed", "lost", "more_left"],
    R2: ["sees_lack", "asks_paper", "less_room", "falls_short"],
    R5: ["can_fail", "writes_down", "leaves_less", "fewer_come"],
    R6: ["attaches", "succeeds", "draws", "someone"],
  },
  "the circles",
);
const UP = "R6"; // the slow answer, which lasts
const DOUBTED = drawnFor(
  Object.keys(structure.doubted),
  {
    R1: "lost",
    R6: "attaches",
    R2: "less_room",
    R5: "leaves_less",
    came: "attaches",
    met: "meets",
    lost: "gives_up",
    dented: "spoils",
  },
  "the arrows in doubt",
);
/** Their codes. */
export const CODES = Object.keys(VERBS);

/** How a circle (Circle) goes: the states that are told, the verbs from each to the next, and of the arrow that people
 * are asked to doubt its code, its verb, the states that it joins and the constant that weighs it; null where no arrow
 * is. One of which something was held back is a line that ends there: nothing is told as coming of what did not
 * happen. */
export function shapeOf({ code, doubted, line: states }) {
  const first = structure.circles[code].indexOf(states[0]);
  const verbs = [...VERBS[code].slice(first), ...VERBS[code].slice(0, first)];
  const asked = doubted ? { code: doubted, verb: DOUBTED[doubted], ...structure.doubted[doubted] } : null;
  return { states, verbs, doubted: asked };
}

/** The same of all of it, by its code. */
export const wholeShape = (code) => shapeOf({ code, line: structure.circles[code] });

/** The figures of a circle of the findings (Circle), with the states that it `held` back. */
export function circleTold(story, { code, since, until, held_back: held }) {
  return { ...circleOf(story, { from: since - 1, to: until }), isUp: code === UP, held };
}

/** Whether the last of these circles (Circle) is the one that builds up. */
export const endsUp = (circles) => circles.length > 0 && lastOf(circles).code === UP;

/** What a circle that is told whole is called: whether it went round. */
export const wholeHead = ({ held }) => (held.length ? "open" : "around");

/** The round in which the purse paid the fewest hours of those after its last full week; undefined where it paid one in
 * every round. */
export function fewestHours({ rounds, full_week: full }, { empty, last }) {
  const after = empty === null ? [] : rounds.slice(empty + 1, last + 1);
  const least = after.reduce((one, round) => (one && one.hours <= round.hours ? one : round), undefined);
  return least && least.hours < full ? least : undefined;
}
