/* Which table comes first on the panel: trouble, then who waits longest, then by number. */
import { absent, isRunning, LONG_MS, waiting } from "./moments.js";

const CALM_MS = 5000;
const STEP_MS = 10000;

/** The order of the tables: stuck or missing somebody first, then those that keep waiting longest, then by number.
 *
 * A table moves only once its new place has lasted for a while: who is gone for a moment, or ready a second later than
 * another table, moves nothing. `now` is any clock in ms.
 */
export function createOrder(now = () => performance.now()) {
  let step = null;
  const held = new Map(); // table -> {place, wanted, since}

  function settled(tile, room) {
    const wanted = place(tile, room);
    const known = held.get(tile.table);
    if (!known) held.set(tile.table, { place: wanted, wanted, since: now() });
    else if (!isSame(known.wanted, wanted)) Object.assign(known, { wanted, since: now() });
    const kept = held.get(tile.table);
    if (!isSame(kept.place, kept.wanted) && now() - kept.since >= CALM_MS) kept.place = kept.wanted;
    return kept.place;
  }

  return (tiles, room) => {
    if (step !== room.step) held.clear();
    step = room.step;
    const places = new Map(tiles.map((tile) => [tile.table, settled(tile, room)]));
    const compare = (one, other) => {
      const [a, b] = [places.get(one), places.get(other)];
      return a.rank - b.rank || a.since - b.since || one - other;
    };
    return tiles.map((tile) => tile.table).sort(compare);
  };
}

function isSame(one, other) {
  return one.rank === other.rank && one.since === other.since;
}

/* Waiting is compared by when it began, which does not change while it lasts. */
function place(tile, room) {
  const held = waiting(tile, room);
  const since = held && held.ms > LONG_MS ? Math.max(room.opened_ms, tile.ready_at_ms ?? 0) : Infinity;
  const trouble = held?.stuck || (isRunning(room) && absent(tile).length > 0);
  // A few seconds more or less make no order.
  return { rank: trouble ? 0 : since < Infinity ? 1 : 2, since: since < Infinity ? Math.floor(since / STEP_MS) : 0 };
}
