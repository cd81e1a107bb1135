/* What the oldest browsers lack on arrays, and what none has. */

/** The last of a list, undefined for an empty one. */
export function lastOf(list) {
  return list[list.length - 1];
}

/** The value in the middle of a list. */
export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}

/** Numbers in rising order as runs without a gap: the first and the last number of each. */
export function runsOf(numbers) {
  const runs = [];
  for (const number of numbers) {
    const run = lastOf(runs);
    if (run && run[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}
