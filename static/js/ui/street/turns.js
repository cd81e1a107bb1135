/* Many pictures without a long pause: as many as fit in a slice of a frame, the rest in the frames after it. */

const SLICE_MS = 6; // of a frame, which then lays out and paints what changed
const MOST = 8; // in a frame, however quick they are: the more of them, the more there is to lay out
const single = new Set();
let waiting = [];
let isOn = false;

/** Run these functions in their order, a slice in each frame from the coming one on; what still waited of an earlier
 * call is dropped. */
export function inTurns(runs) {
  waiting = [...runs];
  start();
}

/** Run this function too, once, before those; no call of the other drops it. */
export function inTurn(run) {
  single.add(run);
  start();
}

function start() {
  if (isOn || !(waiting.length || single.size)) return;
  isOn = true;
  requestAnimationFrame(work);
}

function work() {
  const until = performance.now() + SLICE_MS;
  isOn = false;
  for (let done = 0; done < MOST && (!done || performance.now() < until); done += 1) {
    const [run] = single;
    if (!run) waiting.shift()?.();
    else if (single.delete(run)) run();
  }
  start();
}
