/* Where what residents see as theirs and what they count on cross. */

const APART = 0.05; // lines that end closer than this have not parted

/** What two lines that do not cross do: which lies higher all along (ownership or expectation), or that they end
 * `close`. */
export function sideOf({ start, rounds }) {
  const { ownership, expectation } = rounds[rounds.length - 1] ?? start;
  if (Math.abs(ownership - expectation) < APART) return "close";
  return ownership > expectation ? "ownership" : "expectation";
}

/** The last crossing of ownership and expectation in a story, after which they stay as they are: which of the two lies
 * higher from there on (`above`: ownership or expectation), in which `round`, `at` which point of the lines (0 is the
 * start, with a fraction) and at what `value` (0–1); null where none ever came above the other again, or not
 * clearly. */
export function crossingOf({ start, rounds }) {
  const points = [start, ...rounds].map(({ ownership, expectation }) => [ownership, expectation]);
  const apart = points.map(([ownership, expectation]) => expectation - ownership);
  const side = Math.sign(apart[apart.length - 1]);
  const isOther = (by) => by * side < 0;
  if (sideOf({ start, rounds }) === "close" || !apart.some(isOther)) return null;
  // Lines that lie on each other cross when they part.
  const before = apart.map((by) => by * side <= 0).lastIndexOf(true);
  const part = apart[before] / (apart[before] - apart[before + 1]);
  const value = points[before][0] + part * (points[before + 1][0] - points[before][0]);
  return { above: side > 0 ? "expectation" : "ownership", round: rounds[before].round, at: before + part, value };
}
