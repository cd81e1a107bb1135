/* How much bad luck there was: what happened beside what these dice give on average. */

const PIPS = 6;

/** A throw (0–1) as pips, 1 to 6. */
export const dieOf = (draw) => Math.min(PIPS, 1 + Math.floor(draw * PIPS));

/** What came of a throw, and what came to every table: the first hung on the dice, the second did not. */
export const isThrown = ({ incident, setback }) => incident && !setback;

/** The incidents of these stories that hung on a throw (`hits` of so many throws, `of`), their `average` given how
 * every task looked, and whether that was `more`, `less` or `about`. What came to every table hung on none. */
export function luckOf(stories) {
  const thrown = stories
    .flatMap(({ rounds }) => rounds.flatMap(({ tasks }) => tasks))
    .filter(({ setback }) => !setback);
  const hits = thrown.filter(isThrown).length;
  const average = thrown.reduce((sum, { chance }) => sum + chance, 0);
  const by = hits - average;
  const usual = Math.sqrt(thrown.reduce((sum, { chance }) => sum + chance * (1 - chance), 0)); // one standard deviation
  const kind = Math.abs(by) <= usual ? "about" : by > 0 ? "more" : "less";
  return { kind, hits, of: thrown.length, average };
}
