/* What is said under the three chairs on a wall: what became of the street, and what it got of what was done together
 * though that gave a lower mark, which answers why somebody would. A phone says the first. */
import { lastOf } from "../../../state/lists.js";
import { isAgainst, qualityOf, streetBeside } from "../../../state/moments_counted.js";
import { countsOf, otherWay, reasonsOf, SPOKEN } from "../../../state/reasons.js";
import { ROLES } from "../../../state/roles.js";
import { hundred } from "../../../state/series.js";
import { structure } from "../../../state/structure.js";

const MUCH = 10; // hundredths of a street: for less nobody would take a lower mark

/** It, of a table's `findings` and `story`. */
export function streetToldOf({ sensible, without }, story, word) {
  const missed = missedOf(sensible, without, story);
  const [reasons, values] = [reasonsOf(sensible), qualityOf(story)];
  const got = (code) => word(`debrief.logic.${code}.${missed.role}`, missed.figures);
  if (missed && isAgainst(reasons, values)) return got("without");
  return streetBeside(reasons, values, word) + (missed ? ` ${got("else")}` : "");
}

/* The chair without whose doing it together the street would end lowest, of those for whom that gave a lower mark; null
 * where it would not end much lower. */
function missedOf(sensible, without, story) {
  const own = hundred(lastOf(story.rounds).quality);
  const ends = ROLES.flatMap((role) => {
    const isLess = role in without && hasPaidAlone(role, sensible[role]);
    return isLess ? [{ role, figures: { other: hundred(without[role]), own } }] : [];
  });
  const lowest = ends.sort((one, next) => one.figures.other - next.figures.other)[0];
  return lowest && own - lowest.figures.other >= MUCH ? lowest : null;
}

/* Whether doing it together mostly gave a role a lower mark, over `rounds` of findings. */
function hasPaidAlone(role, rounds) {
  const held = structure.reasons[role].filter((option) => otherWay(option) !== SPOKEN);
  return held.map((option) => countsOf(option, rounds)).some(({ of, paid }) => 2 * paid > of);
}
