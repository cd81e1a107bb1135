/* Many numbers in few words. */
import { listed } from "./words.js";

/** "1–3 and 7" for numbers in rising order. */
export function ranges(numbers) {
  const runs = [];
  for (const number of numbers) {
    const run = runs[runs.length - 1];
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return listed(
    runs.flatMap(([from, to]) => (to === from + 1 ? [from, to] : from === to ? [from] : [`${from}–${to}`])).map(String),
  );
}
