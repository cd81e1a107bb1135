/* The control panel: keeps what the server last said about the room and its tables, and draws it. */
import { connect } from "../net/socket.js";
import { createSteer } from "../ui/panel_steer.js";
import { createTables } from "../ui/panel_tables.js";

const link = document.getElementById("link-state");
const tiles = new Map();
let room = null;

const socket = connect(document.body.dataset.socket, { onMessage: take, onState: show });
const steer = createSteer(socket);
const tables = createTables();

function take(message) {
  if (message.type === "clock") return steer.clock(message);
  if (message.type !== "panel_screen") return;
  room = message.room;
  if (message.whole) tiles.clear();
  for (const tile of message.tiles) tiles.set(tile.table, tile);
  const ordered = [...tiles.values()].sort((one, other) => one.table - other.table);
  steer.draw(room, ordered);
  tables.draw(room, ordered);
}

function show(state, reason) {
  link.hidden = state === "open";
  if (state === "refused") location.reload();
  document.body.dataset.link = state;
  steer.linked(state === "open", reason);
}
