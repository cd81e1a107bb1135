/* The whole room at once: a tile per table, one press to a table. Touches only what changed; order.js says which
 * comes first. */
import { lastOf } from "../../state/lists.js";
import { at, attribute, copy, put, say } from "../shared/dom.js";
import { absent, clockFace, isPlaying, isRunning, LONG_MS, stateOf, waiting } from "./moments.js";
import { createHands, createOrder } from "./order.js";
import { drawStuck, whoOf } from "./stuck.js";
import { euros, figure, isolated, word } from "../shared/words.js";

export const SHAPE = { municipality: "■", resident: "●", professional: "▲" };
const OPEN_SHAPE = { municipality: "□", resident: "○", professional: "△" };
const HEIGHT = 32;
const TICK_MS = 1000;
const PACKED = 24;
const DENSE = [
  [PACKED, "small packed"],
  [12, "small dense"],
];
const ONE_COLUMN = matchMedia("(max-width: 44rem)");

export function createTables(looked) {
  const made = new Map();
  let selected = null;
  let room = null;
  let shown = [];
  let order = [];
  const hands = createHands(at("tiles"));
  const inOrder = createOrder();

  function pick(table) {
    selected = table;
    for (const [number, tile] of made) attribute(tile.button, "aria-pressed", number === selected);
    looked(table);
  }

  function tileOf(table) {
    if (made.has(table)) return made.get(table);
    const { node, parts } = copy("tile");
    const tile = { node, parts, button: node.querySelector("button"), dots: [] };
    node.dataset.table = table;
    tile.button.addEventListener("click", () => {
      pick(table);
      if (ONE_COLUMN.matches) at("people-title").focus();
    });
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

  function draw() {
    for (const [table, tile] of made) {
      if (shown.some((now) => now.table === table)) continue;
      tile.node.remove();
      made.delete(table);
    }
    put(at("tiles"), "className", `tiles ${DENSE.find(([count]) => shown.length > count)?.[1] ?? ""}`.trim());
    document.body.classList.toggle("many-tables", shown.length > PACKED);
    sort();
    for (const now of shown) {
      const tile = tileOf(now.table);
      const packed = shown.length > PACKED;
      if (tile.now !== now || tile.phase !== room.phase) drawTile(tile, now, room, packed);
      drawWaits(tile, now, room, packed);
    }
    if (!shown.some((tile) => tile.table === selected)) pick(shown[0]?.table ?? null);
  }

  setInterval(() => {
    if (!room) return;
    sort();
    for (const now of shown) drawWaits(tileOf(now.table), now, room, shown.length > PACKED);
    drawStuck(shown, room);
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
      drawStuck(shown, room);
    },
  };
}

function drawTile(tile, now, room, packed) {
  const { parts } = tile;
  tile.now = now;
  tile.phase = room.phase;
  put(parts.name, "textContent", word("ui.table", { table: now.table }));
  parts.trouble.hidden = !now.trouble;
  put(parts["trouble-word"], "textContent", word("ui.panel.trouble", { count: now.trouble }));
  put(parts["trouble-mark"], "textContent", `▼ ${now.trouble}`);
  drawDots(tile, now.seats, room);
  say(parts.ready, readyWord(now, room, packed));
  const last = lastOf(now.qualities);
  say(parts.quality, last === undefined ? "" : word("ui.tile_quality", { quality: figure(last * 100, 0) }));
  say(parts.purse, now.reserve === null ? "" : word("ui.panel.purse", { reserve: euros(now.reserve) }));
  const points = sparkline(now.qualities);
  if (tile.points !== points) parts.spark.setAttribute("points", points);
  tile.points = points;
}

function readyWord(now, room, packed) {
  const people = now.seats.filter((seat) => seat.alias).length;
  if (now.seats.every((seat) => seat.bot)) return word(packed ? "ui.panel.only_bots_short" : "ui.only_bots");
  if (!isPlaying(room)) return word(packed ? "ui.panel.people_short" : "ui.people", { count: people });
  const ready = now.ready.reduce((sum, role) => sum + role.ready, 0);
  const here = now.ready.reduce((sum, role) => sum + role.seats, 0);
  if (!here) return word("ui.nobody_here");
  return word(packed ? "ui.panel.ready_short" : "ui.ready", { ready, here });
}

/* Who the table waits for, once it has waited for a while, and who is away. */
function drawWaits(tile, now, room, packed) {
  const held = waiting(now, room);
  const away = isRunning(room) ? absent(now).length : 0;
  const waits = packed ? "ui.panel.waits_short" : "ui.panel.waits";
  const long = held && held.ms > LONG_MS ? word(waits, { who: whoOf(held.seats), time: clockFace(held.ms) }) : "";
  const asking = now.seats.reduce((sum, seat) => sum + seat.asking.length, 0);
  const asks = asking ? word("ui.panel.asking", { count: asking }) : "";
  const text = [asks, away ? word("ui.panel.away_count", { count: away }) : "", long].filter(Boolean).join(" · ");
  if (tile.waits !== text) say(tile.parts.waits, text);
  tile.waits = text;
  const isCalm = !away && !asking && !held?.stuck;
  const looks = ["tile", !now.qualities.length && "unplayed", !isCalm && "attention", text && "waits"];
  put(tile.node, "className", looks.filter(Boolean).join(" "));
}

function drawDots(tile, seats, room) {
  while (tile.dots.length > seats.length) tile.dots.pop().node.remove();
  seats.forEach((seat, index) => {
    const dot = (tile.dots[index] ??= makeDot(tile));
    const state = stateOf(seat);
    const does = word(`ui.panel.seat.${isPlaying(room) || state !== "here" ? state : "in"}`);
    const title = `${isolated(seat.alias) || word(`role.${seat.role}`)}: ${does}`;
    if (dot.title === title && dot.role === seat.role) return;
    Object.assign(dot, { title, role: seat.role });
    dot.node.textContent = (seat.alias ? SHAPE : OPEN_SHAPE)[seat.role];
    dot.node.dataset.role = seat.role;
    dot.node.dataset.state = state;
    dot.node.title = title;
  });
}

function makeDot(tile) {
  const node = document.createElement("span");
  node.className = "dot";
  tile.parts.dots.append(node);
  return { node };
}

/** The points of a line over rounds; a single round is drawn flat. */
function sparkline(qualities) {
  const all = qualities.length === 1 ? [qualities[0], qualities[0]] : qualities;
  return all.map((q, i) => `${(i * 100) / Math.max(1, all.length - 1)},${(HEIGHT - 2) * (1 - q) + 1}`).join(" ");
}
