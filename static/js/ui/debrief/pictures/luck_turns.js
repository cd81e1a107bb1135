/* Dice on a wall that turn over one after the other by themselves. A page is drawn anew while they do: each goes on
 * from where it was. On a page that did not see them closed they lie open at once, and so they do without motion (its
 * style). */
const EACH_MS = 250;
const MOST_MS = 6000; // all of them together

let wasClosed = false;
let began = null;

/** What makes dice turn (node, round, task): call it at every drawing of the dice of a story, with whether they turn
 * over in it or still lie closed. */
export function luckTurns({ rounds, tasks }, isTurning, isClosed) {
  if (!isTurning) began = null;
  else if (wasClosed) began = performance.now();
  wasClosed = isClosed;
  if (began === null) return (node) => node;
  const passed = performance.now() - began;
  const each = Math.min(EACH_MS, MOST_MS / (rounds.length * tasks.length));
  return (node, r, k) => {
    node.classList.add("turns-over");
    node.style.setProperty("--after", `${Math.round((r * tasks.length + k) * each - passed)}ms`);
    return node;
  };
}
