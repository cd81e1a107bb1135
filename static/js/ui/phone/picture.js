/* The picture of a table on a phone: with every outcome, while one waits, for who looks on, and of each task where one
 * chooses. Their code and world come when the first round begins. */
import { at } from "../shared/dom.js";

/** Return what shows the picture there and with every row, once it is here; `createPart` fetches it (net/parts.js).
 * `change(data)` puts in what is this phone's own. */
export function createPicture(createPart) {
  const street = createPart(bring, (made) => made);
  return {
    draw(table, mine, change) {
      const isShown = table.phase === "outcome" || mine.ready || mine.seat === null;
      at("my-street").hidden = !isShown || !street.here;
      if (isShown && street.here) street.here.draw(table, mine, change);
      else street.bring();
    },
    /** Draw task `k` in `host`. */
    plot: (host, k, table, mine, change) => street.here?.plot(host, k, table, mine, change),
    /** The sign of task `k` as an element, null while it has not come. */
    signOf: (k) => street.here?.signOf(k) ?? null,
  };
}

async function bring() {
  const { createMyStreet } = await import("./street.js");
  return createMyStreet(at("my-street"));
}
