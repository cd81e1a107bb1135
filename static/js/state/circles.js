/* Which circle went round at a table, as its four states and the verbs between them: what they are called, and the
 * arrow that is doubted. Guarantees (R2) and blame (R5) have their own, where they were stronger than leaning back
 * (R1). */
import { structure } from "./structure.js";

const DOWN = {
  code: "R1",
  states: ["alone", "better", "home", "less_ours"],
  verbs: ["done", "not_needed", "lost", "more_left"],
  doubted: { verb: "lost", constant: structure.doubted.R1 },
};
const UP = {
  code: "R6",
  states: ["along", "ours", "better", "come"],
  verbs: ["attaches", "succeeds", "draws", "someone"],
  doubted: { verb: "attaches", constant: structure.doubted.R6 },
};
const GUARANTEES = {
  code: "R2",
  states: ["expecting", "claims", "paper", "worse"],
  verbs: ["sees_lack", "asks_paper", "less_room", "falls_short"],
  doubted: { verb: "less_room", constant: structure.doubted.R2 },
};
const BLAME = {
  code: "R5",
  states: ["take_up", "wrong", "paper", "less_ours"],
  verbs: ["can_fail", "writes_down", "leaves_less", "fewer_come"],
  doubted: { verb: "leaves_less", constant: structure.doubted.R5 },
};
export const CIRCLES = [DOWN, UP, GUARANTEES, BLAME];

/** The shape of a circle that went `isUp` or down in rounds {from, to} (from 0, `to` not included); `loops` are the
 * findings' strengths per round, none where they are not known. */
export function shapeFor(isUp, { from, to }, loops = []) {
  if (isUp) return UP;
  const strength = ({ code }) => loops.slice(from, to).reduce((sum, one) => sum + (one.loops[code] ?? 0), 0);
  return [DOWN, GUARANTEES, BLAME].reduce((most, one) => (strength(one) > strength(most) ? one : most));
}
