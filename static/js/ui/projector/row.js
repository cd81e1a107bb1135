/* Every table's street small, in the height that a list has: in the lobby, in the time-out and at the end. */
import { at, copy, fillList, say } from "../shared/dom.js";
import { SIZES } from "../street/sizes.js";
import { createPictureOf } from "../street/painted.js";
import { inTurn, inTurns } from "../street/turns.js";
import { isLedBy, pairsIn } from "./pairs.js";
import { word } from "../../state/words.js";
import { withWorld } from "../street/world.js";

const LINE = 0.041; // of the window's height, for the line under a picture
const NAMED = 8; // with more tables there is no room for a line under each
const WORDED = 4; // nor with more than these for more than its number
const NUMBER = 1.5; // times the line under a picture, for a number beside it
const DIGITS = 2;
const LARGE = 6; // so many pictures are large enough for signs in their lamps
const LYING = 12; // and so many for every small thing in them
const VIEWS = ["lobby", "time_out", "closed"]; // that have such a list
let kept = "";
const pictures = new WeakMap();
const wanted = new WeakMap();

/** Draw `tables` in `list`: each with its number `table` or a `name` of its own, the `data` of its picture with the
 * label that says it, and a `fact` beside its name. As many as `together` belong beside each other. */
export function drawRow(list, tables, together = 1) {
  wanted.set(list, tables);
  withWorld((world) => {
    if (wanted.get(list) !== tables) return; // there is something newer to draw
    const isNamed = tables.length <= NAMED || tables.some(({ name }) => name);
    const hasLine = isNamed && (tables.length > 1 || tables.some(({ fact }) => fact));
    const kind = tables.length <= LARGE ? "strip" : "film";
    const isNumber =
      together === 1 &&
      tables.every(({ name, table, fact }) => !fact && (name ?? nameOf(table, tables.length)).length <= DIGITS);
    arrange(list, tables.length, { line: hasLine ? LINE * innerHeight : 0, together, kind, isNumber });
    const runs = [];
    fillList(
      list,
      tables,
      () => copy("small-street"),
      ({ parts }, { table, name, fact, data }) => {
        parts.line.hidden = !hasLine;
        say(parts.name, name ?? (tables.length > 1 ? nameOf(table, tables.length) : ""));
        say(parts.fact, fact);
        runs.push(() => drawOne(world, parts.picture, tables.length > LYING * together ? "painted" : kind, data));
      },
    );
    inTurns(runs.length > 1 ? runs : []);
    if (runs.length === 1) runs[0](); // at once, so that another list can be drawn after it
  });
}

/** Let go of the pictures of all views but this one, after the frame that a press has to itself. */
export function clearRows(view) {
  kept = view;
  inTurn(clear);
}

function clear() {
  for (const view of VIEWS.filter((one) => one !== kept)) {
    const list = at(`${view.replace("_", "-")}-streets`);
    wanted.delete(list);
    fillList(list, []);
  }
}

const nameOf = (table, tables) => (tables > WORDED ? String(table) : word("ui.table", { table }));

function drawOne(world, host, kind, data) {
  if (pictures.get(host)?.kind !== kind) {
    host.replaceChildren();
    pictures.set(host, { kind, street: createPictureOf(host, world, kind), shown: "" });
  }
  const picture = pictures.get(host);
  const now = JSON.stringify(data);
  if (picture.shown === now) return;
  picture.shown = now;
  picture.street.show(data);
}

/* As many columns as make the pictures largest; those that belong together stand beside each other, or all of them
 * under each other in two rows. A number stands beside its picture where that leaves more room than under it. */
function arrange(list, count, { line, together, kind, isNumber }) {
  const { width, height } = SIZES[kind];
  const style = getComputedStyle(list);
  const [rowGap, columnGap] = [style.rowGap, style.columnGap].map((gap) => parseFloat(gap) || 0);
  const isLed = together > 1 && isLedBy(count / together);
  list.classList.toggle("led-pairs", isLed);
  list.classList.remove("words-inside");
  if (isLed) {
    const room = { width: list.clientWidth, height: list.clientHeight, gap: [columnGap, rowGap] };
    return lead(list, pairsIn({ ...room, count: count / together, line, ratio: width / height }));
  }
  const widthOf = (columns, beside) => {
    const rows = Math.ceil(count / columns);
    const high = (list.clientHeight - rowGap * (rows - 1)) / rows - (beside ? 0 : line);
    return Math.min((list.clientWidth - columnGap * (columns - 1)) / columns - beside, (high * width) / height);
  };
  const all = Array.from({ length: count / together }, (_, index) => (index + 1) * together);
  const best = (beside) => {
    const most = all.reduce((one, other) => (widthOf(other, beside) > widthOf(one, beside) ? other : one), together);
    const under = count / together;
    const isUnder = together > 1 && !beside && widthOf(under, 0) > widthOf(most, 0);
    const columns = isUnder ? under : most;
    return { columns, isUnder, beside, wide: widthOf(columns, beside) };
  };
  const [under, beside] = [best(0), best(NUMBER * line)];
  const found = isNumber && line && beside.wide > under.wide ? beside : under;
  list.dataset.pairs = found.isUnder ? "under" : "";
  list.classList.toggle("numbers-beside", found.beside > 0);
  list.style.setProperty("--cols", found.columns);
  list.style.setProperty("--picture", `${Math.max(0, Math.floor(found.wide))}px`);
  list.style.setProperty("--wide", `${Math.max(0, Math.floor(found.wide + found.beside))}px`);
}

function lead(list, { columns, first, last, inside }) {
  list.classList.toggle("words-inside", inside);
  list.dataset.pairs = "";
  list.classList.remove("numbers-beside");
  list.style.setProperty("--cols", columns);
  list.style.setProperty("--first", `${Math.floor(first)}px`);
  list.style.setProperty("--last", `${Math.floor(last)}px`);
}
