/* Where what residents see as theirs and what they count on cross. */

/** The crossing of ownership and expectation in a story, when expectation comes to lie higher and stays there: the
 * `round` in which it does, `at` which point of the lines (0 is the start, with a fraction) and at what `value`
 * (0–1); null where they do not, or cross back. */
export function crossingOf({ start, rounds }) {
  const points = [start, ...rounds].map(({ ownership, expectation }) => [ownership, expectation]);
  const apart = points.map(([ownership, expectation]) => expectation - ownership);
  const last = apart.findLastIndex((by) => by <= 0);
  const wasBelow = apart.slice(0, last + 1).some((by) => by < 0); // lines that begin together do not cross there
  if (!wasBelow || last === apart.length - 1) return null;
  const part = apart[last] / (apart[last] - apart[last + 1]);
  const value = points[last][0] + part * (points[last + 1][0] - points[last][0]);
  return { round: rounds[last].round, at: last + part, value };
}
