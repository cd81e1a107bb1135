/* A game beside the same game with all three chairs the other way: together, or each for themselves. */
import { lastOf } from "./lists.js";

/** The way of a game in which all chairs did it together. */
export const TOGETHER = "all_together";

/** How often a chair did something in the better of both games (`better`) and in the other (`worse`). */
export function deedOf(way, { count, own }) {
  return way === TOGETHER ? { better: count, worse: own } : { better: own, worse: count };
}

/** Quality in the last round as it went (`own`), and with all chairs together (`end`), as some tables already were
 * (`isSo`). */
export function movedTo({ story, findings: { other } }) {
  const own = lastOf(story.rounds).quality;
  const isSo = other.way !== TOGETHER;
  return { own, end: isSo ? own : lastOf(other.lines.quality), isSo };
}
