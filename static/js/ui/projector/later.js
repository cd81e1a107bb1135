/* The debrief on the projector: its words, structure and code come when it opens, without a reload. */
import { reveal } from "../shared/reveal.js";

/** What draws the debrief once it has come; nobody presses anything here, so what did not come is asked for until it
 * is there. */
export function createLater(partOf) {
  const debrief = partOf(
    () => reveal().then(() => import("./debrief.js")),
    ({ drawDebrief }) => drawDebrief,
  );

  return (...shown) => (debrief.here ? debrief.here(...shown) : debrief.bring());
}
