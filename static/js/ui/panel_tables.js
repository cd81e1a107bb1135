/* The whole room at once: a tile per table, what needs attention first, one press to a table. Touches only what changed. */
import { copy, put, say } from "./dom.js";
import { absent, clockFace, isPlaying, stateOf, waiting } from "./panel_moments.js";
import { figure, word } from "./words.js";

const at = (id) => document.getElementById(id);
export const SHAPE = { municipality: "■", resident: "●", professional: "▲" };
const HEIGHT = 32;
const ORDER_MS = 3000;
const LONG_MS = 20000;
const DENSE = [[24, "small packed"], [12, "small dense"]];

export function createTables(looked) {
  const made = new Map();
  let selected = null;
  let room = null;
  let shown = [];
  let order = [];
  let step = null;

  function pick(table) {
    selected = table;
    for (const [number, tile] of made) put(tile.button, "ariaPressed", String(number === selected));
    looked(table);
  }

  function tileOf(table) {
    if (made.has(table)) return made.get(table);
    const { node, parts } = copy("tile");
    const tile = { node, parts, button: node.querySelector("button"), dots: [] };
    node.dataset.table = table;
    tile.button.addEventListener("click", () => pick(table));
    made.set(table, tile);
    return tile;
  }

  /* What needs attention comes first; tiles do not change places while somebody is pointing at them. */
  function sort(now) {
    const busy = at("tiles").matches(":hover") || at("tiles").contains(document.activeElement);
    if (!now && busy) return;
    const ranks = new Map(shown.map((tile) => [tile.table, rank(tile, room)]));
    const wanted = shown.map((tile) => tile.table).sort((one, other) => ranks.get(one) - ranks.get(other) || one - other);
    if (wanted.length === order.length && wanted.every((table, index) => table === order[index])) return;
    order = wanted;
    at("tiles").append(...order.map((table) => tileOf(table).node));
  }

  function draw() {
    for (const [table, tile] of made) {
      if (shown.some((now) => now.table === table)) continue;
      tile.node.remove();
      made.delete(table);
    }
    put(at("tiles"), "className", `tiles ${DENSE.find(([count]) => shown.length > count)?.[1] ?? ""}`.trim());
    sort(step !== room.step || order.length !== shown.length);
    step = room.step;
    for (const now of shown) {
      const tile = tileOf(now.table);
      if (tile.now !== now || tile.phase !== room.phase) drawTile(tile, now, room);
      drawWaits(tile, now, room);
    }
    if (!shown.some((tile) => tile.table === selected)) pick(shown[0]?.table ?? null);
  }

  setInterval(() => {
    if (!room) return;
    sort(false);
    for (const now of shown) drawWaits(tileOf(now.table), now, room);
    drawStuck(shown, room);
  }, ORDER_MS / 3);

  return {
    draw(now, tiles) {
      room = now;
      shown = tiles;
      draw();
      drawStuck(shown, room);
    },
  };
}

/* 0 for a table that is stuck or misses somebody, then those that keep waiting longest, then the rest. */
function rank(tile, room) {
  if (room.phase === "lobby") return 3;
  const held = waiting(tile, room);
  if (held?.stuck || absent(tile).length) return 0;
  return held && held.ms > LONG_MS ? 1 : 2;
}

function drawTile(tile, now, room) {
  const { parts } = tile;
  tile.now = now;
  tile.phase = room.phase;
  put(parts.name, "textContent", word("ui.table", { table: now.table }));
  say(parts.trouble, now.trouble ? word("ui.trouble", { count: now.trouble }) : "");
  drawDots(tile, now.seats);
  say(parts.ready, readyWord(now, room));
  const last = now.qualities.at(-1);
  say(parts.quality, last === undefined ? "" : word("ui.tile_quality", { quality: figure(last * 100, 0) }));
  say(parts.purse, now.reserve === null ? "" : word("ui.purse", { reserve: figure(now.reserve) }));
  const points = sparkline(now.qualities);
  if (tile.points !== points) parts.spark.setAttribute("points", points);
  tile.points = points;
}

function readyWord(now, room) {
  const people = now.seats.filter((seat) => seat.alias).length;
  if (now.seats.every((seat) => seat.bot)) return word("ui.only_bots");
  if (!isPlaying(room)) return word("ui.people", { count: people });
  const ready = now.ready.reduce((sum, role) => sum + role.ready, 0);
  const here = now.ready.reduce((sum, role) => sum + role.seats, 0);
  return here ? word("ui.ready", { ready, here }) : word("ui.nobody_here");
}

/* Who the table waits for, once it has waited for a while, and who is away. */
function drawWaits(tile, now, room) {
  const held = waiting(now, room);
  const away = absent(now).length;
  const long = held && held.ms > LONG_MS ? word("ui.waits", { who: whoOf(held.seats), time: clockFace(held.ms) }) : "";
  const text = [away && room.phase !== "lobby" ? word("ui.away_count", { count: away }) : "", long].filter(Boolean).join(" · ");
  if (tile.waits === text) return;
  tile.waits = text;
  say(tile.parts.waits, text);
  tile.node.classList.toggle("attention", Boolean(away || held?.stuck) && room.phase !== "lobby");
}

function whoOf(seats) {
  return seats.length > 2 ? word("ui.people_short", { count: seats.length }) : seats.map((seat) => seat.alias).join(", ");
}

function drawDots(tile, seats) {
  while (tile.dots.length > seats.length) tile.dots.pop().node.remove();
  seats.forEach((seat, index) => {
    const dot = (tile.dots[index] ??= makeDot(tile));
    const state = stateOf(seat);
    const title = `${seat.alias || word(`role.${seat.role}`)}: ${word(`ui.seat.${state}`)}`;
    if (dot.title === title && dot.role === seat.role) return;
    Object.assign(dot, { title, role: seat.role });
    dot.node.textContent = SHAPE[seat.role];
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

/* The card with what to say when one role keeps a table waiting. */
function drawStuck(tiles, room) {
  const stuck = tiles.map((tile) => ({ tile, held: waiting(tile, room) })).filter(({ held }) => held?.stuck);
  at("stuck").hidden = !stuck.length;
  if (!stuck.length) return;
  const role = stuck[0].held.seats[0].role;
  const where = stuck.map(({ tile, held }) => `${word("ui.table", { table: tile.table })} (${whoOf(held.seats)}, ${clockFace(held.ms)})`);
  say(at("stuck-who"), where.slice(0, 4).join(" · "));
  say(at("stuck-say"), word(`stuck.${role}`));
}
