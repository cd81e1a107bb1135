/* The debrief on the projector: its words, structure and code come when it opens, without a reload. */
import { reveal } from "../shared/reveal.js";

/** What draws the debrief once it has come; nobody presses anything here, so what did not come is asked for until it
 * is there. */
export function createLater(partOf) {
  const debrief = partOf(fetchDebrief, (draw) => draw);

  return (...shown) => (debrief.here ? debrief.here(...shown) : debrief.bring());
}

async function fetchDebrief() {
  await reveal();
  const [{ drawDebrief }, { fetchPictures }, { fetchWorld }] = await Promise.all([
    import("./debrief.js"),
    import("../debrief/pictures.js"),
    import("../debrief/world.js"),
  ]);
  await Promise.all([fetchPictures(), fetchWorld()]);
  return drawDebrief;
}
