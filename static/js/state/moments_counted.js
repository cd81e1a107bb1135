/* What became of the street while its chairs did what paid them, in a sentence. */
import { lastOf } from "./lists.js";
import { hundred } from "./series.js";

const LEAST_MOVED = 0.05; // less is no fall and no rise
const LEAST_TURNED = 0.1; // less down, or up again, is no turn

/** The quality of the street after every round (0–1). */
export function qualityOf(story) {
  return story.rounds.map((round) => round.quality);
}

/** Whether a street rose though most chairs were paid less for that. `reasons` are what was strongest on each chair,
 * without those where nothing was to be chosen. */
export function isAgainst(reasons, values) {
  const [first, last] = [values[0], lastOf(values)];
  const against = reasons.filter(({ of, paid, done }) => 2 * paid > of && 2 * done <= of);
  const hasRisen = last - first >= LEAST_MOVED && last >= Math.max(...values) - LEAST_MOVED;
  return hasRisen && 2 * against.length > reasons.length;
}

/** The same as `streetTold` beside the chairs: one that rose against them has a sentence of its own. */
export function streetBeside(reasons, values, word) {
  if (!isAgainst(reasons, values)) return streetTold(values, word);
  const counts = { count: reasons.filter(({ of, paid }) => 2 * paid > of).length, of: reasons.length };
  return word("debrief.sensible.yet", { ...counts, first: hundred(values[0]), last: hundred(lastOf(values)) });
}

/* What became of a street, and the values (0–1) that say so: down and up again, down from its best, up or neither. */
function wayOf(values) {
  const [first, last, low, best] = [values[0], lastOf(values), Math.min(...values), Math.max(...values)];
  const before = Math.max(...values.slice(0, values.indexOf(low) + 1));
  if (Math.min(before, last) - low >= LEAST_TURNED) return ["turned", { first: before, low, last }];
  if (best - last >= LEAST_MOVED && best - last > last - first)
    return best - first >= LEAST_MOVED ? ["peaked", { first, best, last }] : ["fell", { first: best, last }];
  return last - first >= LEAST_MOVED ? ["rose", { first, last }] : ["same", { last }];
}

/** How many of these streets went which way: {fell (peaked before or not), rose, turned, same}. */
export function waysOf(streets) {
  const found = { fell: 0, peaked: 0, rose: 0, turned: 0, same: 0 };
  for (const values of streets) found[wayOf(values)[0]] += 1;
  const { peaked, ...ways } = found;
  return { ...ways, fell: ways.fell + peaked };
}

/** What became of the street meanwhile, in a sentence. */
export function streetTold(values, word) {
  const [code, found] = wayOf(values);
  const figures = Object.entries(found).map(([name, value]) => [name, hundred(value)]);
  return word(`debrief.sensible.street_${code}`, Object.fromEntries(figures));
}
