/* Whether somebody is at a list now: then nothing in it moves. */
const TOUCH_MS = 4000;

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
