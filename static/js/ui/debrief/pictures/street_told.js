/* What a street got of what a chair did together on a wall, though that gave the chair a lower mark: how it would have
 * ended without, so that one sees why somebody would. */
import { lastOf } from "../../../state/lists.js";
import { chosenOf, otherWay, SPOKEN } from "../../../state/reasons.js";
import { hundred } from "../../../state/series.js";

/** It, as sentences (one or none) of a role and its `reason`; `without` is how the street ends by role (0–1). */
export function gotTold(role, { option, of, paid }, { without, story }, word) {
  const { count, other } = chosenOf(option, story);
  const isAgainst = 2 * paid > of && other > count && otherWay(option) !== SPOKEN; // paper is no matter of together
  if (!isAgainst || !(role in without)) return [];
  const [own, ended] = [hundred(lastOf(story.rounds).quality), hundred(without[role])];
  const code = ended === own ? "same" : "ends";
  return [word(`debrief.gave.${code}`, { other: ended, own })];
}
