/* The streets on the panel: its tiles and its two small screens draw them with the projector's own drawing. That comes
 * after the panel's first screen, which is led from without it. */

let library = null;
let asking = null;
const wanted = new Map(); // whose pictures -> their jobs

/** Draw these pictures for one part of the panel (`whose`), a few in each frame and only what changed. A job is {host,
 * kind, view, tile, room, told}: what is drawn is the table's street at that view (drawn.js), and `told` an element for
 * its words, or null. */
export function drawPictures(whose, jobs) {
  wanted.set(whose, jobs);
  if (library) return library.drawAll([...wanted.values()].flat());
  asking ??= import("./drawn.js").then(
    (found) => {
      library = found;
      library.drawAll([...wanted.values()].flat());
    },
    (error) => {
      console.warn("the streets did not come:", error.message);
      asking = null; // asked for again with the next screen
    },
  );
}
