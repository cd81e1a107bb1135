/* Where the names of some tasks stand under a picture of a street, two rows of them: fronts stand closer than names
 * are wide. */

const LETTER = 0.61; // how wide one is of its height
const ROWS = 2;

/** Of `names` ({ k, told }, from left to right) under fronts at `plots` of a picture `width` wide, in letters of
 * `size`: what is told, in which row, where its middle is, and where a line goes up to its front, null where none may.
 * A name is shortened only where the next one on its row needs the room. */
export function platesOf(names, plots, width, size) {
  const wide = ({ length }) => length * size * LETTER;
  const placed = names.map(({ k, told }, i) => ({
    k,
    told,
    row: i % ROWS,
    x: within(plots[k], wide(told) / 2, width),
  }));
  const shown = placed.map((plate) => {
    const { k, told, row, x } = plate;
    const beside = placed.filter((one) => one.row === row && one.k !== k && crosses(one, plate, wide));
    if (!beside.length) return plate;
    // Both keep to their own half of what lies between their fronts.
    const room = Math.min(...beside.map((one) => Math.abs(plots[one.k] - plots[k])), 2 * x, 2 * (width - x));
    return { k, row, told: cut(told, Math.floor(room / (size * LETTER))), x: plots[k] };
  });
  const over = shown.filter(({ row }) => !row);
  return shown.map(({ k, told, row, x }) => {
    const isFree = over.every((one) => Math.abs(one.x - plots[k]) > (wide(one.told) + size) / 2);
    return { told, row, x, line: row && isFree ? plots[k] : null };
  });
}

const within = (x, half, width) => (2 * half > width ? width / 2 : Math.min(Math.max(x, half), width - half));
const crosses = (one, other, wide) => Math.abs(one.x - other.x) < (wide(one.told) + wide(other.told)) / 2;
const cut = (told, most) => (told.length > most ? `${told.slice(0, most - 1).trimEnd()}…` : told);
