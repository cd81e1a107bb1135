/* The picture of the street in an outcome; its code and its world come while the first round is played. */
import { at } from "../shared/dom.js";

/** Return what shows the picture with every outcome, once it is here; `createPart` fetches it (net/parts.js). */
export function createPicture(createPart) {
  const street = createPart(bring, (made) => made);
  return (table, mine) => {
    const isShown = table.phase === "outcome";
    at("my-street").hidden = !isShown || !street.here;
    if (isShown && street.here) street.here.draw(table, mine);
    else if (isShown || table.phase === "act") street.bring();
  };
}

async function bring() {
  const { createMyStreet } = await import("./street.js");
  return createMyStreet(at("my-street"));
}
