/* Lays the grid of several streets out, by measuring what is said in it. */
import { at, put } from "../shared/dom.js";
import { isMany, placesOf } from "./places.js";

const BOLD = 650;
const PLAIN = 400;

/** Lay the grid out, with the long facts where that costs the pictures little; answers {place, form}, where the words
 * stand and which facts fit. */
export function arrange(grid, boards, room) {
  const style = getComputedStyle(grid);
  const least = parseFloat(getComputedStyle(at("many")).fontSize);
  const [wide, plain] = [BOLD, PLAIN].map((weight) => widthIn(weight, least, style.fontFamily));
  const space = {
    width: Math.floor(grid.getBoundingClientRect().width), // clientWidth may be more than there is
    height: grid.clientHeight,
    gap: [style.columnGap, style.rowGap].map((gap) => parseFloat(gap) || 0),
    least,
    inner: innerHeight,
  };
  const found = placesOf(boards, room, space, { wide, plain });
  put(grid.dataset, "place", found.place);
  grid.classList.toggle("is-bare", Boolean(found.bare));
  grid.classList.toggle("many-tables", isMany(boards.length));
  const cell = (space.width - space.gap[0] * (found.columns - 1)) / found.columns;
  return { ...found, cell: cell - 0.1 };
}

/** Give a table's cell its measures. Each element has its own: a custom property of the whole grid would have every
 * shape of every picture styled anew. */
export function measureCell({ node }, found) {
  set(node, "width", `${found.cell.toFixed(1)}px`);
  set(node, "height", `${Math.floor(found.row)}px`);
}

/** Give what stands in a cell its measures. */
export function measure({ parts }, found) {
  set(parts.picture, "width", `${Math.floor(found.picture)}px`);
  set(parts.picture, "height", `${Math.floor(found.picture / found.ratio)}px`); // before it is drawn, too
  set(parts.side, "width", `${Math.floor(found.side)}px`);
  set(parts.side, "--per", String(found.per));
  set(parts.side, "--scale", String(found.scale));
}

function set(element, name, value) {
  if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
}

const pen = document.createElement("canvas").getContext("2d");
const widths = new Map();
const MOST = 2000;
function widthIn(weight, size, family) {
  const font = `${weight} ${size}px ${family}`;
  return (text) => {
    const key = `${font} ${text}`;
    if (widths.has(key)) return widths.get(key);
    if (widths.size >= MOST) widths.clear();
    pen.font = font;
    const { width } = pen.measureText(text);
    widths.set(key, width);
    return width;
  };
}
