/* Which table comes first: trouble, then who waits longest, then by number; and whether somebody is at the list now. */
import { absent, isRunning, LONG_MS, waiting } from "./panel_moments.js";

const TOUCH_MS = 4000;

/** The numbers of the tables: stuck or missing somebody first, then those that keep waiting longest, then by number. */
export function inOrder(tiles, room) {
  const places = new Map(tiles.map((tile) => [tile.table, place(tile, room)]));
  const compare = (one, other) => {
    const [a, b] = [places.get(one), places.get(other)];
    return a.rank - b.rank || a.since - b.since || one - other;
  };
  return tiles.map((tile) => tile.table).sort(compare);
}

/* Waiting is compared by when it began, which does not change while it lasts. */
function place(tile, room) {
  const held = waiting(tile, room);
  const since = held && held.ms > LONG_MS ? Math.max(room.opened_ms, tile.ready_at_ms ?? 0) : Infinity;
  const trouble = held?.stuck || (isRunning(room) && absent(tile).length > 0);
  return { rank: trouble ? 0 : since < Infinity ? 1 : 2, since: since < Infinity ? since : 0 };
}

/** Tells whether somebody points at `list`, touched it just now, or goes through it by keyboard. */
export function createHands(list) {
  let pointed = false;
  let touched = -Infinity;
  let typing = false; // the keyboard was used last

  document.addEventListener("keydown", () => (typing = true));
  document.addEventListener("pointerdown", () => (typing = false));
  list.addEventListener("pointerenter", (event) => (pointed = event.pointerType === "mouse"));
  list.addEventListener("pointerleave", () => (pointed = false));
  list.addEventListener("pointerdown", () => (touched = performance.now()));
  return {
    get busy() {
      return pointed || performance.now() - touched < TOUCH_MS || (typing && list.contains(document.activeElement));
    },
  };
}
