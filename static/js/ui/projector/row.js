/* Every table's street small, in the height that a list has: in the lobby and in the time-out. */
import { copy, fillList, say } from "../shared/dom.js";
import { SIZES } from "../street/sizes.js";
import { createStreet } from "../street/street.js";
import { inTurns } from "../street/turns.js";
import { word } from "../shared/words.js";
import { withWorld } from "../street/world.js";

const LINE = 0.041; // of the window's height, for the line under a picture
const NAMED = 8; // with more tables there is no room for a line under each
const WORDED = 4; // nor with more than these for more than its number
const { width: WIDTH, height: HEIGHT } = SIZES.film;
const pictures = new WeakMap();
const wanted = new WeakMap();

/** Draw `tables` in `list`: each with its number `table`, the `data` of its picture with the label that says it, and
 * a `fact` beside its number. */
export function drawRow(list, tables) {
  wanted.set(list, tables);
  withWorld((world) => {
    if (wanted.get(list) !== tables) return; // there is something newer to draw
    const isNamed = tables.length <= NAMED;
    const hasLine = isNamed && (tables.length > 1 || tables.some(({ fact }) => fact));
    arrange(list, tables.length, hasLine ? LINE * innerHeight : 0);
    const runs = [];
    fillList(
      list,
      tables,
      () => copy("small-street"),
      ({ parts }, { table, fact, data }) => {
        parts.line.hidden = !hasLine;
        say(parts.name, tables.length > 1 ? nameOf(table, tables.length) : "");
        say(parts.fact, fact);
        runs.push(() => drawOne(world, parts.picture, data));
      },
    );
    inTurns(runs);
  });
}

const nameOf = (table, tables) => (tables > WORDED ? String(table) : word("ui.table", { table }));

function drawOne(world, host, data) {
  if (!pictures.has(host)) pictures.set(host, createStreet(host, world, "film"));
  pictures.get(host).show(data);
}

/* As many columns as make the pictures largest. */
function arrange(list, count, line) {
  const style = getComputedStyle(list);
  const [rowGap, columnGap] = [style.rowGap, style.columnGap].map((gap) => parseFloat(gap) || 0);
  const widthOf = (columns) => {
    const rows = Math.ceil(count / columns);
    const height = (list.clientHeight - rowGap * (rows - 1)) / rows - line;
    return Math.min((list.clientWidth - columnGap * (columns - 1)) / columns, (height * WIDTH) / HEIGHT);
  };
  const all = Array.from({ length: count }, (_, index) => index + 1);
  const columns = all.reduce((one, other) => (widthOf(other) > widthOf(one) ? other : one), 1);
  list.style.setProperty("--cols", columns);
  list.style.setProperty("--wide", `${Math.max(0, Math.floor(widthOf(columns)))}px`);
}
