/* What a phone lets be felt: off until its owner switches it on, and only where the browser can. */
import { recall, remember } from "../shared/dom.js";

const KEY = "vibrate";
const BUZZ_MS = [120, 80, 120];

/** Let something be felt: twice, shortly. */
export function buzz() {
  navigator.vibrate?.(BUZZ_MS);
}

/** Make the switch `box` (a checkbox in a label) work, or leave it out where a browser cannot. */
export function createTouch(box) {
  box.closest("label").hidden = !navigator.vibrate;
  box.checked = recall("localStorage", KEY) !== null;
  box.addEventListener("change", () => {
    remember("localStorage", KEY, box.checked ? "on" : null);
    if (box.checked) buzz();
  });
}
