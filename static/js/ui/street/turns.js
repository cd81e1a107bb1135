/* Many pictures without a long pause: as many as fit in a slice of a frame, the rest in the frames after it. */

const SLICE_MS = 10;
let waiting = [];
let isOn = false;

/** Run these functions in their order, a slice in each frame from the coming one on; what still waited of an earlier
 * call is dropped. */
export function inTurns(runs) {
  waiting = [...runs];
  if (!isOn && waiting.length) requestAnimationFrame(work);
  isOn = waiting.length > 0 || isOn;
}

function work() {
  const until = performance.now() + SLICE_MS;
  while (waiting.length && performance.now() < until) waiting.shift()();
  isOn = waiting.length > 0;
  if (isOn) requestAnimationFrame(work);
}
