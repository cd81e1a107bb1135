/* Places for dots that may not lie on each other. */

const TURN = 2.4; // radians from one try to the next: no direction twice soon
const TRIES = 1200;

/** The places [x, y] with every one that would lie closer than `apart` to one before it moved to the nearest free place
 * around it, within `width` and `height`. */
export function dodged(places, apart, { width, height }) {
  const taken = [];
  const isFree = ([x, y]) =>
    x >= 0 && y >= 0 && x <= width && y <= height && taken.every(([ox, oy]) => Math.hypot(ox - x, oy - y) >= apart);
  for (const place of places) taken.push(around(place, apart / 3, isFree) ?? place);
  return taken;
}

/* The first place that is free on a spiral that widens by `step`. */
function around([x, y], step, isFree) {
  for (let i = 0; i < TRIES; i += 1) {
    const far = step * Math.sqrt(i);
    const place = [x + Math.cos(i * TURN) * far, y + Math.sin(i * TURN) * far];
    if (isFree(place)) return place;
  }
  return null;
}
