/* How several streets stand on a screen: in how many columns, and whether their words stand beside them, under them or
 * nowhere, with just the name and a fact over or beside each picture. The pictures are as large as they can be, with
 * words where that costs them little, and no part of the screen is left empty. Sizes are in px. */
const KEEPS = 0.7; // of the size without words, for a picture with words
const NAMED = 0.75; // of that again, for lines that say of which task they are
const WIDER = 1.05;
const MOST = 1.6; // times the least size, for words where there is room
const NAME_HIGH = 1.2;
const LINE_HIGH = 1.12;
const EMPTY = 0.6; // of its share of all places, what a place without a picture counts against a layout
const BETWEEN = 0.5;
const CLOSE = 0.2; // a name and its picture beside it
const AWAY = 0.45; // a name and the picture before it, besides what is between all pictures; as in grid.css
const APART = 1.2; // between words beside each other; both in times the least size of words, as are those above

/** The layout of `count` pictures of `ratio` (width to height) in `width` × `height`, `gap` apart ([across, down]):
 * {columns, place, per, picture, side, row, scale, named}. Of the words, `least` is their size, `word` the width of
 * the longest line, `full` that of a line with the task's name before it, `head` that of the longest name with its
 * fact, `stacked` that of the longest of the two, `lines` how many there are for each, and `told` how many lines
 * a story has where tasks have none.
 *
 * `place` is beside (with no line for a task where `bare`), under (`per` on a line), none or aside (only the name and
 * its fact, one under the other beside the picture); `named` says that lines have room for the task's name;
 * `picture` is the width of a picture, `side` that of its words, `row` the height of a cell, `scale` how much larger
 * than `least` the words can be. */
export function layoutOf(room) {
  const key = JSON.stringify(room);
  if (!known.has(key)) {
    if (known.size >= KEPT) known.clear();
    known.set(key, found(room));
  }
  return known.get(key);
}

const known = new Map(); // it is asked for again at every press, and of forty streets takes a good part of a frame
const KEPT = 100;

function found(room) {
  const all = Array.from({ length: room.count }, (_, index) => index + 1);
  const told = room.told ? all.map((columns) => telling(room, columns)) : [];
  const bare = best(
    [...all.map((columns) => without(room, columns)), ...told],
    best(all.map((columns) => without({ ...room, head: 1 }, columns))),
  );
  const under = best(all.flatMap((columns) => [1, 2, 4].map(underBy(room, columns))));
  const side = best(all.map((columns) => beside(room, columns)));
  const bareLines = side.worth > WIDER * under.worth ? side : under; // under them, words fill a screen better
  const full = { ...room, word: room.full };
  const named = { ...best(all.flatMap((columns) => [beside(full, columns), underBy(full, columns)(1)])), named: true };
  const worded = named.worth >= NAMED * bareLines.worth ? named : bareLines;
  if (worded.worth >= KEEPS * bare.worth) return worded;
  return room.told ? bare : best([bare, ...all.map((columns) => aside(room, columns))]);
}

/* Beside a picture a name and a story, and no lines. */
const telling = (room, columns) => ({ ...beside({ ...room, word: 0, lines: room.told }, columns), bare: true });

const NOTHING = { picture: 0, worth: 0 };
function best(layouts, or = NOTHING) {
  const most = layouts.reduce((one, other) => (other.worth > one.worth ? other : one), NOTHING);
  return most.worth > 0 ? most : or;
}

function cellOf({ count, width, height, gap: [across, down] }, columns) {
  const rows = Math.ceil(count / columns);
  const filled = 1 - EMPTY * (1 - count / (columns * rows));
  return { wide: (width - across * (columns - 1)) / columns, high: (height - down * (rows - 1)) / rows, filled };
}

/* A layout with what it is worth: how large its pictures are, less where places stay empty. */
const worth = ({ filled }, layout) => ({
  named: false,
  per: 1,
  ...layout,
  worth: layout.picture * filled,
});

function without(room, columns) {
  const cell = cellOf(room, columns);
  const name = (NAME_HIGH + LINE_HIGH * room.told) * room.least;
  const picture = Math.min(cell.wide, (cell.high - name) * room.ratio);
  if (room.head > cell.wide) return NOTHING;
  const scale = fitting(picture / room.head, (cell.high - picture / room.ratio) / name);
  const side = Math.max(picture, room.head);
  return worth(cell, { place: "none", columns, picture, side, scale, row: picture / room.ratio + name * scale });
}

function aside(room, columns) {
  const cell = cellOf(room, columns);
  const names = 2 * NAME_HIGH * room.least;
  const gap = (CLOSE + AWAY) * room.least;
  const picture = Math.min(cell.wide - room.stacked - gap, cell.high * room.ratio);
  if (names > cell.high || picture <= 0) return NOTHING;
  const scale = fitting((cell.wide - picture - gap) / room.stacked, cell.high / names);
  const row = Math.max(picture / room.ratio, names * scale);
  return worth(cell, { place: "aside", columns, picture, side: room.stacked * scale, scale, row });
}

function beside(room, columns) {
  const cell = cellOf(room, columns);
  const words = (NAME_HIGH + room.lines * LINE_HIGH) * room.least;
  const least = Math.max(room.word, room.head);
  const gap = BETWEEN * room.least;
  const picture = Math.min(cell.wide - least - gap, cell.high * room.ratio);
  if (words > cell.high || picture <= 0) return NOTHING;
  const left = cell.wide - picture - gap;
  const named = room.full <= left;
  const most = Math.max(least, named ? room.full : 0);
  const scale = fitting(left / most, cell.high / words);
  const row = Math.max(picture / room.ratio, words * scale);
  return worth(cell, { place: "beside", columns, named, picture, side: most * scale, scale, row });
}

function underBy(room, columns) {
  return (per) => {
    const cell = cellOf(room, columns);
    const words = (NAME_HIGH + Math.ceil(room.lines / per) * LINE_HIGH) * room.least;
    const across = Math.max(per * room.word + (per - 1) * APART * room.least, room.head);
    const picture = Math.min(cell.wide, (cell.high - words) * room.ratio);
    if (per > room.lines || across > cell.wide) return NOTHING;
    const side = Math.max(picture, across);
    const scale = fitting(side / across, (cell.high - picture / room.ratio) / words);
    return worth(cell, {
      place: "under",
      columns,
      per,
      picture,
      side,
      scale,
      row: picture / room.ratio + words * scale,
    });
  };
}

const fitting = (...limits) => Math.max(1, Math.min(MOST, ...limits));
