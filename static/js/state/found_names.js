/* Where names stand in a sentence. */

/** `told` in its parts, as [what is said, which of the `names` begins there]: null for the first, which may be empty.
 * A name counts where it stands first, with a small letter or a capital. */
export function partsAt(told, names) {
  const all = told.toLowerCase();
  const found = names
    .map((name, k) => ({ k, at: all.indexOf(name.toLowerCase()) }))
    .filter(({ at }) => at >= 0)
    .sort((one, other) => one.at - other.at);
  const begins = [{ k: null, at: 0 }, ...found];
  return begins.map(({ k, at }, i) => [told.slice(at, begins[i + 1]?.at), k]);
}
