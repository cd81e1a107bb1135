/* The whole room at once: a tile per table, one press to a table. Touches only what changed; state/order.js says
 * which comes first. */
import { attribute } from "../shared/attribute.js";
import { at, copy, put } from "../shared/dom.js";
import { createHands } from "./hands.js";
import { createNeeds } from "./needs.js";
import { createOrder } from "../../state/order.js";
import { drawStuck } from "./stuck.js";
import { drawTile, drawWaits, pictureJob } from "./tile.js";

const TICK_MS = 1000;
const PACKED = 24;
const FEW = 6;
const DENSE = [
  [PACKED, "small packed"],
  [FEW, "small dense"],
  [1, ""],
  [0, "one"],
];
const ONE_COLUMN = matchMedia("(max-width: 44rem)");

/** `looked(table)` is called when one is looked at; `drawPictures` draws streets (pictures.js). */
export function createTables(looked, drawPictures) {
  const made = new Map();
  let selected = null;
  let room = null;
  let shown = [];
  let order = [];
  const isPacked = () => shown.length > PACKED;
  const isShort = () => shown.length > FEW;
  const hands = createHands(at("tiles"));
  const inOrder = createOrder();
  const needs = createNeeds(open);

  function pick(table) {
    selected = table;
    for (const [number, tile] of made) attribute(tile.button, "aria-pressed", number === selected);
    looked(table);
  }

  function open(table) {
    pick(table);
    if (ONE_COLUMN.matches) at("people-title").focus();
  }

  function tileOf(table) {
    if (made.has(table)) return made.get(table);
    const { node, parts } = copy("tile");
    const tile = { node, parts, button: node.querySelector("button"), dots: [] };
    node.dataset.table = table;
    put(parts.name, "textContent", String(table)); // until its turn comes: where which table will be
    parts.told.id = `table-${table}-told`;
    tile.button.setAttribute("aria-describedby", parts.told.id);
    tile.button.addEventListener("click", () => open(table));
    made.set(table, tile);
    return tile;
  }

  /* Tiles do not change places while somebody is at them. */
  function sort() {
    if (hands.busy && order.length === shown.length) return;
    const wanted = inOrder(shown, room);
    if (wanted.length === order.length && wanted.every((table, index) => table === order[index])) return;
    order = wanted;
    const focused = at("tiles").contains(document.activeElement) ? document.activeElement : null;
    at("tiles").append(...order.map((table) => tileOf(table).node));
    focused?.focus({ preventScroll: true }); // a moved element loses it
  }

  function fill(tile, now) {
    const isNew = tile.now !== now || tile.step !== room.step;
    if (isNew) drawTile(tile, now, room, { packed: isPacked(), short: isShort() });
    Object.assign(tile, { now, step: room.step });
    drawWaits(tile, now, room, isShort());
  }

  /* What there is to draw for a table; of many, a few are filled in a frame, each with its picture. */
  function jobOf(now) {
    const tile = tileOf(now.table);
    const job = pictureJob(tile, now, room, isPacked());
    if (isPacked()) return { ...job, before: () => fill(tile, now) };
    fill(tile, now);
    return job;
  }

  function draw() {
    for (const [table, tile] of made) {
      if (shown.some((now) => now.table === table)) continue;
      tile.node.remove();
      made.delete(table);
    }
    put(at("tiles"), "className", `tiles ${DENSE.find(([count]) => shown.length > count)?.[1] ?? ""}`.trim());
    document.body.classList.toggle("many-tables", isPacked());
    put(at("figure-key"), "hidden", !shown.some(({ qualities }) => qualities.length));
    sort();
    drawPictures("tiles", shown.map(jobOf));
    if (!shown.some((tile) => tile.table === selected)) pick(shown[0]?.table ?? null);
  }

  function drawWaiting() {
    drawStuck(shown, room);
    needs.draw(shown, room);
  }

  setInterval(() => {
    if (!room) return;
    sort();
    for (const now of shown) drawWaits(tileOf(now.table), now, room, isShort());
    drawWaiting();
  }, TICK_MS);
  at("to-tables").addEventListener("click", () => at("room-title").focus());

  return {
    /* Which table's people are looked at. */
    get selected() {
      return selected;
    },
    /* Look at a table that is there. */
    look: (table) => made.has(table) && pick(table),
    draw(now, tiles) {
      room = now;
      shown = tiles;
      draw();
      drawWaiting();
    },
  };
}
