/* Many numbers in few words. */
import { runsOf } from "./lists.js";
import { listed } from "./words.js";

/** "1–3 and 7" for numbers in rising order. */
export function ranges(numbers) {
  return listed(
    runsOf(numbers)
      .flatMap(([from, to]) => (to === from + 1 ? [from, to] : from === to ? [from] : [`${from}–${to}`]))
      .map(String),
  );
}
