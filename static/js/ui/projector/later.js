/* The debrief on the projector: its words, structure and code come when it opens, without a reload. Nobody presses anything here, so what did
 * not come is asked for until it is there. */
import { startAgain } from "../shared/dom.js";
import { reveal } from "../shared/reveal.js";

const AGAIN_MS = 2000;

/** What draws the debrief once it has come; `redraw` is called when that is, or when it is time to ask again. */
export function createLater(redraw) {
  let draw = null;
  let coming = null;

  async function bring() {
    await reveal();
    try {
      ({ drawDebrief: draw } = await import("./debrief.js"));
    } catch (error) {
      startAgain(); // a browser may remember, as long as the page lives, that code did not come
      throw error;
    }
  }

  function failed(error) {
    console.warn("the debrief did not come:", error.message);
    coming = null;
    setTimeout(redraw, AGAIN_MS);
  }

  return (...shown) => {
    if (draw) draw(...shown);
    else coming ??= bring().then(redraw, failed);
  };
}
