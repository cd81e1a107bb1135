/* How many are there or ready, and what stands where the clock is while there is none. That everybody is ready is said
 * and marks the one button; when to press it remains the facilitator's. */
import { at, put, say } from "../shared/dom.js";
import { absent, isPlaying } from "../../state/moments.js";
import { word } from "../../state/words.js";

/** Say it, and mark the one button when everybody is ready. */
export function drawCounts(room, tiles) {
  const away = tiles.flatMap(absent).filter((seat) => !seat.ready).length;
  const isReady = isPlaying(room) && room.here > 0 && room.ready === room.here && !away;
  const people = word("ui.panel.people_short", { count: room.people });
  say(at("counts"), isReady ? word("ui.panel.everybody") : isPlaying(room) ? countsOf(room, away) : people);
  at("counts").classList.toggle("everybody", isReady);
  at("next").classList.toggle("everybody", isReady);
  put(at("next-tick"), "hidden", !isReady);
  say(at("slot-line"), slotOf(room, tiles));
  say(at("unpromised"), unpromisedOf(room));
}

/* How many tasks of the room nobody has promised, while they can be. */
function unpromisedOf({ unpromised }) {
  if (!unpromised) return "";
  return unpromised.tasks
    ? word("ui.panel.unpromised", { count: unpromised.tasks, of: unpromised.of })
    : word("ui.panel.all_promised");
}

function slotOf(room, tiles) {
  const free = tiles.flatMap(({ seats }) => seats).filter((seat) => !seat.alias && !seat.bot).length;
  return room.phase === "lobby" && free ? word("ui.panel.free_seats", { count: free }) : "";
}

/* How many are ready, or why nobody is, or why a step that closes by itself is still open. */
function countsOf(room, away) {
  if (room.auto_close && away && room.ready === room.here)
    return word("ui.panel.waits_for_away", { ready: room.ready, here: room.here, count: away });
  if (room.here) return word("ui.ready", { ready: room.ready, here: room.here });
  return word(room.people ? "ui.nobody_here" : "ui.only_bots");
}
