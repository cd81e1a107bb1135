/* The streets on the panel: its tiles and its two small screens draw them with the projector's own drawing, a few in
 * each frame, and only what changed. */
import { word } from "../shared/words.js";
import { streetOf } from "../street/data.js";
import { createStreet } from "../street/street.js";
import { inTurns } from "../street/turns.js";
import { describe } from "../street/words.js";
import { withWorld } from "../street/world.js";
import { structure } from "../../state/structure.js";

const made = new WeakMap(); // host -> {kind, street, shown}
const asked = new Map(); // whose pictures -> their jobs

/** Draw these pictures, [{host, kind, data}], for one part of the panel (`whose`), in its turn. */
export function drawPictures(whose, jobs) {
  asked.set(whose, jobs);
  withWorld((world) => inTurns([...asked.values()].flat().map((job) => () => drawOne(world, job))));
}

function drawOne(world, { host, kind, data }) {
  const now = JSON.stringify(data);
  let one = made.get(host);
  if (one?.kind !== kind) {
    host.replaceChildren();
    one = { kind, street: createStreet(host, world, kind), shown: "" };
    made.set(host, one);
  }
  if (one.shown === now) return;
  one.shown = now;
  one.street.show({ ...data, label: describe(data, word) });
}

/** A table's picture as the room sees it in this round: what anybody could see, and in the lobby who has a seat. */
export function pictureOf(tile, room) {
  if (!tile.street) return lobbyOf(tile);
  const tasks = room.tasks.map((code, k) => ({ code, quality: tile.looks[k] }));
  return streetOf(tasks, tile.street, { windows: false }, Math.max(1, room.round));
}

/** A table's street in words. */
export const pictureWords = (tile, room) => describe(pictureOf(tile, room), word);

function lobbyOf({ seats }) {
  const taken = (role) => seats.filter((seat) => seat.role === role).map((seat) => Boolean(seat.alias));
  const lobby = {
    residents: taken("resident"),
    professionals: taken("professional"),
    municipality: taken("municipality"),
  };
  const { tasks, months } = structure.picture;
  const residents = lobby.residents.length;
  return { tasks: tasks.map((code) => ({ code })), residents, lobby, night: true, month: months[0] };
}
