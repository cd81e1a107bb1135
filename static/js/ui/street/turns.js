/* Many pictures without a long pause: as many as fit in a slice of a frame, the rest in the frames after it. */

const SLICE_MS = 6; // of a frame, which then lays out and paints what changed
const MOST = 4; // in a frame, however quick they are: what they change is laid out and painted in it
const single = new Set();
let waiting = [];
let isOn = false;

/** Run these functions in their order, a slice in each frame; what still waited of an earlier call is dropped. The
 * coming frame is left to what the caller itself changed. */
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
  requestAnimationFrame(() => requestAnimationFrame(work));
}

function work() {
  const until = performance.now() + SLICE_MS;
  for (let done = 0; done < MOST && (!done || performance.now() < until); done += 1) {
    const [run] = single;
    if (!run) waiting.shift()?.();
    else if (single.delete(run)) run();
  }
  isOn = waiting.length > 0 || single.size > 0;
  if (isOn) requestAnimationFrame(work);
}
