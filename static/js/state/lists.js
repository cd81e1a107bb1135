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
