/* The card with what to say when one role keeps a table waiting; roles that do so at the same time each have their
 * own words. */
import { at, copy, fillList, put } from "../shared/dom.js";
import { waiting } from "../../state/moments.js";
import { clockFace, isolated, word } from "../../state/words.js";

const SHOWN = 4;

/** Show what to say to each role that keeps tables waiting, and where. */
export function drawStuck(tiles, room) {
  const byRole = new Map();
  for (const tile of tiles) {
    const held = waiting(tile, room);
    if (!held?.stuck) continue;
    const { role } = held.seats[0];
    byRole.set(role, [...(byRole.get(role) ?? []), placeOf(tile, held)]);
  }
  put(at("stuck"), "hidden", byRole.size === 0);
  fillList(
    at("stuck-list"),
    [...byRole],
    () => copy("stuck-role"),
    ({ node, parts }, [role, places]) => {
      put(node.dataset, "role", role);
      const more = places.length > SHOWN ? ` · +${places.length - SHOWN}` : "";
      put(parts.who, "textContent", places.slice(0, SHOWN).join(" · ") + more);
      put(parts.say, "textContent", word(`stuck.${role}`));
    },
  );
}

/** Names of the people on these seats, or how many they are. */
export function whoOf(seats) {
  return seats.length > 2
    ? word("ui.panel.people_short", { count: seats.length })
    : seats.map((seat) => isolated(seat.alias)).join(", ");
}

function placeOf(tile, held) {
  return `${word("ui.table", { table: tile.table })} (${whoOf(held.seats)}, ${clockFace(held.ms)})`;
}
