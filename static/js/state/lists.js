/* What the oldest browsers lack on arrays. */

/** The last of a list, undefined for an empty one. */
export function lastOf(list) {
  return list[list.length - 1];
}
