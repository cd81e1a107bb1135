/* What a phone fetches for the debrief when that opens, not with its first visit: style sheets, words, structure
 * and code. */
import { at } from "../shared/dom.js";
import { reveal } from "../shared/reveal.js";

/** Fetch what is missing and answer what makes the debrief; fails without a connection. */
export async function fetchDebrief() {
  dress(["charts", "voice"], at("my-street").dataset.sheet);
  await reveal();
  const { styled } = await import("./street.js");
  const [{ createDebrief }, { fetchPictures }, { fetchWorld }] = await Promise.all([
    import("./debrief.js"), // it draws with what was revealed
    import("../debrief/pictures.js"),
    import("../debrief/world.js"),
    styled(at("my-street").dataset.sheet),
  ]);
  await Promise.all([fetchPictures(), fetchWorld()]);
  return createDebrief;
}

/* Put on the style sheets with these names, which lie beside the one at `sheet`. */
function dress(names, sheet) {
  for (const name of names) {
    if (at(`${name}-style`)) continue;
    const link = document.createElement("link");
    link.id = `${name}-style`;
    link.rel = "stylesheet";
    link.href = sheet.replace(/[^/]+$/, `${name}.css`);
    document.head.append(link);
  }
}
