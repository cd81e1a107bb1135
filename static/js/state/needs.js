/* Which tables need the facilitator now, those that need it most first: however many there are, nobody has to look
 * for them. */
import { absent, isRunning, LONG_MS, waiting } from "./moments.js";

/** The tables that need somebody, as {tile, away, asking, held}: how many are away and ask to share a chair, and whom
 * the table has waited for (moments.js), null while not for long. Who is stuck, away or at the door comes first, then
 * who waits longest. */
export function needing(tiles, room) {
  return tiles
    .map((tile) => needOf(tile, room))
    .filter(({ away, asking, held }) => away || asking || held)
    .sort(
      (one, other) => urgent(other) - urgent(one) || waited(other) - waited(one) || one.tile.table - other.tile.table,
    );
}

/** What a table needs now, as above. */
export function needOf(tile, room) {
  const held = waiting(tile, room);
  return {
    tile,
    away: isRunning(room) ? absent(tile).length : 0,
    asking: tile.seats.reduce((sum, seat) => sum + seat.asking.length, 0),
    held: held && held.ms > LONG_MS ? held : null,
  };
}

/** Whether it cannot wait. */
export const urgent = ({ away, asking, held }) => Number(away > 0 || asking > 0 || Boolean(held?.stuck));

const waited = ({ held }) => Math.floor((held?.ms ?? 0) / LONG_MS);
