/* The tables as tiles, and the people of the one that is looked at. */
import { copy, fillList, say } from "./dom.js";
import { figure, word } from "./words.js";

const at = (id) => document.getElementById(id);
const SHAPE = { municipality: "■", resident: "●", professional: "▲" };
const PLAY = ["agree", "act", "outcome"];
const HEIGHT = 32;

export function createTables() {
  let selected = null;
  let room = null;
  let shown = [];

  function pick(table) {
    selected = table;
    draw();
  }

  function makeTile() {
    const tile = copy("tile");
    tile.button = tile.node.querySelector("button");
    tile.button.addEventListener("click", () => pick(tile.table));
    return tile;
  }

  function draw() {
    if (!shown.some((tile) => tile.table === selected)) selected = shown[0]?.table ?? null;
    fillList(at("tiles"), shown, makeTile, (tile, now) => drawTile(tile, now, now.table === selected, room));
    const open = shown.find((tile) => tile.table === selected);
    if (open) drawPeople(open, room);
  }

  setInterval(() => room && draw(), 5000); // how long somebody has been away goes on without news

  return {
    draw(now, tiles) {
      room = now;
      shown = tiles;
      draw();
    },
  };
}

function drawTile(tile, now, selected, room) {
  const { parts } = tile;
  tile.table = now.table;
  tile.button.setAttribute("aria-pressed", String(selected));
  parts.name.textContent = word("ui.table", { table: now.table });
  say(parts.trouble, now.trouble ? word("ui.trouble", { count: now.trouble }) : "");
  fillList(parts.dots, now.seats, makeDot, drawDot);
  const ready = now.ready.reduce((sum, role) => sum + role.ready, 0);
  const here = now.ready.reduce((sum, role) => sum + role.seats, 0);
  const people = now.seats.filter((seat) => seat.alias).length;
  const bots = now.seats.every((seat) => seat.bot);
  const count = here ? word("ui.ready", { ready, here }) : word("ui.nobody_here");
  const state = PLAY.includes(room.phase) ? count : word("ui.people", { count: people });
  parts.ready.textContent = bots ? word("ui.only_bots") : state;
  const last = now.qualities.at(-1);
  say(parts.quality, last === undefined ? "" : word("ui.tile_quality", { quality: figure(last * 100, 0) }));
  say(parts.purse, now.reserve === null ? "" : word("ui.purse", { reserve: figure(now.reserve) }));
  parts.spark.setAttribute("points", sparkline(now.qualities));
}

/** The points of a line over rounds; a single round is drawn flat. */
function sparkline(qualities) {
  const all = qualities.length === 1 ? [qualities[0], qualities[0]] : qualities;
  return all.map((q, i) => `${(i * 100) / Math.max(1, all.length - 1)},${(HEIGHT - 2) * (1 - q) + 1}`).join(" ");
}

function makeDot() {
  const node = document.createElement("span");
  node.className = "dot";
  return { node };
}

function drawDot({ node }, seat) {
  node.textContent = SHAPE[seat.role];
  node.dataset.role = seat.role;
  node.dataset.state = stateOf(seat);
  node.title = `${seat.alias || word(`role.${seat.role}`)}: ${word(`ui.seat.${stateOf(seat)}`)}`;
}

function stateOf(seat) {
  if (seat.bot) return "bot";
  if (!seat.alias) return "free";
  if (!seat.present) return "away";
  return seat.ready ? "ready" : "here";
}

function drawPeople(tile, room) {
  at("people-title").textContent = word("ui.people_of", { table: tile.table });
  fillList(at("people"), tile.seats, () => copy("person"), ({ node, parts }, seat) => {
    node.dataset.state = stateOf(seat);
    parts.mark.textContent = SHAPE[seat.role];
    parts.mark.dataset.role = seat.role;
    parts.alias.textContent = seat.alias || word(seat.bot ? "ui.seat.bot" : "ui.seat.free");
    parts.role.textContent = word(`role.${seat.role}`);
    say(parts.state, seat.alias ? sinceWord(seat, PLAY.includes(room.phase)) : "");
  });
  const decided = room.phase !== "lobby" && tile.deals.length > 0;
  at("deals-title").hidden = !decided;
  fillList(at("deals"), decided ? tile.deals : [], () => copy("deal"), ({ parts }, deal, index) => {
    const task = room.tasks[index];
    const asked = tile.asked[index];
    parts.task.textContent = word(`task.${task}.name`);
    parts.asked.textContent = word("ui.asked_counts", asked);
    const how = word(deal.requirements ? "requirements.yes" : "requirements.no");
    say(parts.decided, room.phase === "agree" ? "" : word("ui.decided", { holder: word(`holder.${deal.holder}`), how }));
  });
}

function sinceWord(seat, playing) {
  const state = stateOf(seat);
  if (!playing && (state === "here" || state === "ready")) return word("ui.seat.in");
  if (state !== "away" || seat.away_since_ms === null) return word(`ui.seat.${state}`);
  const seconds = Math.max(0, Math.round((Date.now() - seat.away_since_ms) / 1000));
  return seconds < 90 ? word("ui.away_seconds", { seconds }) : word("ui.away_minutes", { minutes: Math.round(seconds / 60) });
}
