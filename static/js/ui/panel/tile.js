/* One table as a small street: what it is called and how it looks in the sky, who is ready and whom it waits for under
 * it. Touches only what changed. */
import { lastOf } from "../../state/lists.js";
import { put, say } from "../shared/dom.js";
import { changeOf } from "../../state/changes.js";
import { absent, doingOf, isPlaying, stateOf } from "../../state/moments.js";
import { needOf, urgent } from "../../state/needs.js";
import { whoOf } from "./stuck.js";
import { clockFace, euros, figure, isolated, word } from "../../state/words.js";

export const SHAPE = { municipality: "■", resident: "●", professional: "▲" };
const OPEN_SHAPE = { municipality: "□", resident: "○", professional: "△" };
const HEIGHT = 32;
const STEP_MS = 10000;
const WORDS = ["ready", "waits", "trouble"]; // parts that a small tile has no room to show

/** Draw what the server said of a table; `packed` has room for its number and its signs only, `short` for few
 * words. */
export function drawTile(tile, now, room, { packed, short }) {
  const { parts } = tile;
  put(parts.name, "textContent", packed ? String(now.table) : word("ui.table", { table: now.table }));
  put(parts.trouble, "hidden", !now.trouble);
  put(parts["trouble-word"], "textContent", word("ui.panel.trouble", { count: now.trouble }));
  put(parts["trouble-mark"], "textContent", String(now.trouble));
  for (const name of WORDS) parts[name].classList.toggle("visually-hidden", packed);
  parts["trouble-word"].classList.toggle("visually-hidden", short);
  drawDots(tile, packed ? oneOfEach(now.seats) : now.seats, room);
  const waits = (seat) => ["here", "away"].includes(stateOf(seat));
  tile.node.classList.toggle("choosing", isPlaying(room) && now.seats.some(waits));
  tile.node.classList.toggle("hundreds", now.table >= 100);
  tile.node.classList.toggle("figured", now.qualities.length > 0);
  tile.node.classList.toggle("everybody", isReady(now, room));
  say(parts.ready, readyWord(now, room, short));
  drawQuality(tile, now, packed);
  say(parts.purse, now.reserve === null ? "" : word("ui.panel.purse", { reserve: euros(now.reserve) }));
}

function drawQuality(tile, { qualities }, packed) {
  const { parts } = tile;
  const last = lastOf(qualities);
  const before = qualities[qualities.length - 2];
  const change = before === undefined ? 0 : changeOf(last, before);
  const amount = figure(Math.abs(change), 0);
  put(parts.figures, "hidden", last === undefined);
  if (last !== undefined) {
    put(parts.quality, "textContent", figure(last * 100, 0));
    put(parts["quality-told"], "textContent", word("ui.tile_quality", { quality: figure(last * 100, 0) }));
  }
  const arrow = change > 0 ? "▲" : "▼";
  say(parts.change, before === undefined ? "" : !change ? "=" : packed ? arrow : `${arrow} ${amount}`);
  const points = sparkline(qualities);
  parts.line.toggleAttribute("hidden", qualities.length < 2);
  if (tile.points !== points) parts.spark.setAttribute("points", points);
  tile.points = points;
}

/** The picture to draw for a tile. */
export const pictureJob = ({ parts }, now, room, packed) => ({
  host: parts.picture,
  kind: packed ? "painted" : "tile",
  view: "whole",
  tile: now,
  room,
  told: parts.told,
});

function isReady(now, room) {
  const count = (part) => now.ready.reduce((sum, role) => sum + role[part], 0);
  return isPlaying(room) && count("seats") > 0 && count("ready") === count("seats") && !absent(now).length;
}

function readyWord(now, room, short) {
  const people = now.seats.filter((seat) => seat.alias).length;
  if (now.seats.every((seat) => seat.bot)) return word(short ? "ui.panel.only_bots_short" : "ui.only_bots");
  if (!isPlaying(room)) return word(short ? "ui.panel.people_short" : "ui.people", { count: people });
  const ready = now.ready.reduce((sum, role) => sum + role.ready, 0);
  const here = now.ready.reduce((sum, role) => sum + role.seats, 0);
  if (!here) return word("ui.nobody_here");
  return word(short ? "ui.panel.ready_short" : "ui.ready", { ready, here });
}

/** Who the table waits for, once it has waited for a while, and who is away. */
export function drawWaits(tile, now, room, short) {
  const need = needOf(now, room);
  const text = needWord(need, { short });
  if (tile.waits !== text) say(tile.parts.waits, text);
  tile.waits = text;
  tile.node.classList.toggle("attention", urgent(need) > 0);
  tile.node.classList.toggle("waits", text !== "");
}

/** What a table needs (state/needs.js) in words; `short` where it is only read out or stands with others, and does not
 * change by the second. */
export function needWord({ away, asking, held }, { short }) {
  const ms = held && (short ? held.ms - (held.ms % STEP_MS) : held.ms);
  const long = { who: held && whoOf(held.seats), time: held && clockFace(ms) };
  const waits = held ? word(short ? "ui.panel.waits_short" : "ui.panel.waits", long) : "";
  const asks = asking ? word("ui.panel.asking", { count: asking }) : "";
  return [asks, away ? word("ui.panel.away_count", { count: away }) : "", waits].filter(Boolean).join(" · ");
}

function drawDots(tile, seats, room) {
  while (tile.dots.length > seats.length) tile.dots.pop().node.remove();
  seats.forEach((seat, index) => {
    const dot = (tile.dots[index] ??= makeDot(tile));
    const state = stateOf(seat);
    const does = word(`ui.panel.seat.${doingOf(seat, room)}`);
    const title = `${isolated(seat.alias) || word(`role.${seat.role}`)}: ${does}`;
    const isDone = state === "ready" || (state === "here" && !isPlaying(room));
    const shape = (isDone ? SHAPE : OPEN_SHAPE)[seat.role];
    if (dot.title === title && dot.role === seat.role && dot.shape === shape) return;
    Object.assign(dot, { title, shape, role: seat.role });
    dot.node.textContent = shape;
    dot.node.dataset.role = seat.role;
    dot.node.dataset.state = state;
    dot.node.title = title;
  });
}

/* Of each role one sign for what its people do, where there is no room for all of them. */
function oneOfEach(seats) {
  const seen = new Set();
  return seats.filter((seat) => {
    const what = `${seat.role} ${stateOf(seat)}`;
    return !seen.has(what) && seen.add(what);
  });
}

function makeDot(tile) {
  const node = document.createElement("span");
  node.className = "dot";
  tile.parts.dots.append(node);
  return { node };
}

/** The points of a line over rounds; a single round is none. */
function sparkline(qualities) {
  return qualities
    .map((q, i) => `${(i * 100) / Math.max(1, qualities.length - 1)},${(HEIGHT - 2) * (1 - q) + 1}`)
    .join(" ");
}
