/* The streets on the panel: its tiles and its two small screens draw them with the projector's own drawing. That comes
 * after the panel's first screen, which is led from without it. */
import { inTurn } from "../street/turns.js";

/** Return what draws these pictures for one part of the panel (`whose`), a few in each frame and only what changed;
 * `createPart` fetches the drawing (net/parts.js), after which the panel is drawn anew. A job is {host, kind, view,
 * tile, room, told, before}: what is drawn is the table's street at that view (drawn.js), `told` an element for its
 * words, or null, and `before` what is to be done in its turn, if anything. */
export function createPictures(createPart) {
  const wanted = new Map(); // whose pictures -> their jobs
  const drawing = createPart(bring, (drawAll) => drawAll);

  return function drawPictures(whose, jobs) {
    wanted.set(whose, jobs);
    if (drawing.here) return drawing.here([...wanted.values()].flat());
    drawing.bring();
    for (const { before } of jobs) if (before) inTurn(before);
  };
}

async function bring() {
  const { fetchDrawing } = await import("./drawn.js");
  return fetchDrawing();
}

/** Fetch the pictures of the debrief, which know how they look; a panel needs that once one may be coming. Fails
 * without a connection. */
export async function fetchPictures() {
  const found = await import("../debrief/pictures.js");
  await found.fetchPictures();
  return found;
}
