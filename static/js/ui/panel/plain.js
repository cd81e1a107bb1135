/* Streets on a small screen that are too small to tell apart: a row of them is one element, as eighty of them take the
 * browser longer to style and lay out than a frame. */
import { fillList } from "../shared/dom.js";

const BETWEEN = 0.01; // of the screen's width, around a street; and
const rowed = new WeakSet(); // hosts that have rows
const STREET = 474 / 1064; // a street's height by its width, both as in screens.css

/** Draw `count` plain streets in `host`, in so many `columns`, each `wide` (of the width there is, without what is
 * around it), and answer whether it did: without these it lets go of its rows. */
export function drawRows(host, layout) {
  if (host.classList.toggle("rows", Boolean(layout)) !== rowed.has(host)) fillList(host, []);
  if (!layout) return rowed.delete(host) && false;
  rowed.add(host);
  const { count, columns, wide } = layout;
  const cell = 1 / columns;
  const street = wide * columns * (cell - BETWEEN);
  const high = street * STREET;
  const row = high + BETWEEN;
  host.style.setProperty("--beside", percent((cell - street) / 2 / cell));
  const rows = Array.from({ length: Math.ceil(count / columns) }, (_, at) => Math.min(columns, count - at * columns));
  fillList(host, rows, makeRow, ({ node: { style } }, streets) => {
    style.width = percent(streets * cell);
    style.aspectRatio = ((streets * cell) / row).toFixed(3);
    style.backgroundSize = `${percent(1 / streets)} calc(${percent(high / row)} - 2px)`;
  });
  return true;
}

const percent = (share) => `${(100 * share).toFixed(2)}%`;
const makeRow = () => ({ node: document.createElement("b") });
