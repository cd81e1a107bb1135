/* How the two ends of several games stand on a screen: of each table its first picture small and its last large beside
 * it, because that is what it is about. */

/* How wide a first picture is of a last one: at least, and where there is room. */
const FIRST = 3 / 7;
const ONLY = 1 / 2; // of a room with one table
const MOST = 0.8;
/* In heights of a line: how wide the words under a first picture are, and how high the table's number over it is. */
const WORD = 4.3;
const NUMBER = 1.1;

/** Whether so many tables stand like that; of two and three there is room for two pictures that are equally large. */
export const isLedBy = (tables) => tables === 1 || tables > 3;

/* How much larger the last picture has to be with its words in its sky than with them under it. */
const LARGER = 1.05;

/** How `count` pairs of `ratio` (width to height) stand in `width` × `height`, `gap` apart ([across, down]), with a
 * `line` of words under each, all in px: {columns (of pairs), first, last, inside}, the widths of the two pictures, and
 * whether the words of the last stand in its sky, so that it has their room too. */
export function pairsIn({ count, width, height, gap: [across, down], line, ratio }) {
  const inColumns = (columns, inside) => {
    const rows = Math.ceil(count / columns);
    const under = inside ? 0 : line;
    const high = ((height - down * (rows - 1)) / rows - under) * ratio;
    const wide = (width - across * (2 * columns - 1)) / columns;
    const last = Math.max(0, Math.min(high, wide / (1 + (count === 1 ? ONLY : FIRST)), wide - WORD * line));
    const over = (NUMBER * line + line - under) * ratio; // the number, and what the first has more than the last
    const first = Math.min(MOST * last, wide - last, count > 1 ? last - over : Infinity);
    return { columns, inside, first: Math.max(first, WORD * line), last };
  };
  const best = (inside) => {
    const all = Array.from({ length: count }, (_, index) => inColumns(index + 1, inside));
    return all.reduce((one, other) => (other.last > one.last ? other : one));
  };
  const [under, inside] = [best(false), best(true)];
  return count > 1 && inside.last > LARGER * under.last ? inside : under;
}
