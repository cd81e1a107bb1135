/* Keeps what somebody is at where it is while a page draws. */

/* What was touched last, and when: that is what has to stay where it is. */
const THUMB_MS = 3000;
let thumb = null;
let touched = -Infinity;
document.addEventListener("pointerdown", touch, true);
function touch({ target }) {
  thumb = target.closest("label, button, summary, a") ?? target;
  touched = performance.now();
}

/* What thumb or keyboard is at: what was just touched, else what has the focus. */
function handled() {
  const main = document.querySelector("main");
  const near = performance.now() - touched < THUMB_MS ? thumb : document.activeElement;
  return near?.isConnected && main.contains(near) && near !== main ? near : null;
}

const seen = () => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest("main *");

/* Whether a page that nobody touched stands as it opened: what comes into it later pushes nobody down. */
const isFresh = () => touched === -Infinity && window.scrollY === 0;

/** Do `act`, which draws: the page scrolls along with what is under the thumb, else in the middle, so that it stays
 * where it is. Who waits, or has just come, reads from the top. */
export function steady(act) {
  const [near, node = near ?? seen()] = [handled()];
  const before = node?.getBoundingClientRect().top;
  const wasFresh = isFresh();
  act();
  if (!near && (wasFresh || document.body.classList.contains("waits"))) return;
  const moved = node?.isConnected && node.getClientRects().length ? node.getBoundingClientRect().top - before : 0;
  if (Math.abs(moved) >= 1) window.scrollBy(0, moved);
}
