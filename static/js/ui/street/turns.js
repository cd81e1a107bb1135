/* Many pictures without a long pause: as many as fit in a slice of a frame, the rest in the frames after it. */

const SLICE_MS = 6; // of a frame, which then lays out and paints what changed
const MOST = 12; // in a frame, however quick they are: what they change is laid out and painted in it
const FIRST = 3; // at most, when other work begins: what was before it may have been less
const QUICK_MS = 20; // a frame that was there within this takes more
const SLOW_MS = 34; // and after one that took longer than two there are fewer
const single = new Map(); // function -> whether it has a frame to itself
let waiting = [];
let isOn = false;
let isLeft = false;
let most = 2; // in the coming frame, as quick as this computer was until now
let before = 0;

/** Run these functions in their order, a slice in each frame; what still waited of an earlier call is dropped. The
 * coming frame is left to what the caller itself changed. */
export function inTurns(runs) {
  waiting = [...runs];
  most = Math.min(most, FIRST);
  start();
}

/** Run this function too, once, before those; no call of the other drops it. One that is `alone` has a frame to itself:
 * what it changes is laid out by itself. */
export function inTurn(run, { alone = false } = {}) {
  single.set(run, alone);
  start();
}

/** Leave the coming frame to what the caller changed, also where turns are being taken: nothing runs in it. */
export function leaveFrame() {
  isLeft = true;
}

function start() {
  if (isOn || !(waiting.length || single.size)) return;
  isOn = true;
  requestAnimationFrame(() => requestAnimationFrame(work));
}

function work(began) {
  if (isLeft) {
    isLeft = false;
    before = 0; // that frame says nothing of how quick turns are
    return requestAnimationFrame(work);
  }
  const took = began - before;
  if (before && took < QUICK_MS) most = Math.min(MOST, most + 1);
  else if (before && took > SLOW_MS) most = Math.max(1, most - 1);
  const until = performance.now() + SLICE_MS;
  for (let done = 0; done < most && (!done || performance.now() < until); done += 1) {
    const [first] = single;
    if (!first) waiting.shift()?.();
    else {
      const [run, alone] = first;
      if (alone && done) break;
      single.delete(run);
      run();
      if (alone) break;
    }
  }
  isOn = waiting.length > 0 || single.size > 0;
  before = isOn ? began : 0;
  if (isOn) requestAnimationFrame(work);
}
