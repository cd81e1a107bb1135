/* Places for dots that may not lie on each other. */

const TURN = 2.4; // radians from one try to the next: no direction twice soon
const TRIES = 400;

/** The places [x, y] with every one that would lie closer than `apart` to one before it moved to the nearest free place
 * around it, within `width` and `height`. */
export function dodged(places, apart, { width, height }) {
  const taken = [];
  const isFree = ([x, y]) =>
    x >= 0 && y >= 0 && x <= width && y <= height && taken.every(([ox, oy]) => Math.hypot(ox - x, oy - y) >= apart);
  for (const [x, y] of places) {
    const around = Array.from({ length: TRIES }, (_, i) => {
      const far = (apart / 5) * Math.sqrt(i);
      return [x + Math.cos(i * TURN) * far, y + Math.sin(i * TURN) * far];
    });
    taken.push(around.find(isFree) ?? [x, y]);
  }
  return taken;
}
