/* The table's street on a phone: what happened, before one reads it; with what only this chair sees of it. */
import { structure } from "../../state/structure.js";
import { say } from "../shared/dom.js";
import { word } from "../shared/words.js";
import { streetOf } from "../street/data.js";
import { createStreet, worldOf } from "../street/street.js";
import { describe } from "../street/words.js";

/** The picture in `section`, once its world and style sheet have come: `draw(table, mine)` shows an outcome. */
export async function createMyStreet(section) {
  const [world] = await Promise.all([
    worldOf(structure.picture.scene, structure.picture.tasks),
    styled(section.dataset.sheet),
  ]);
  const [picture, line] = section.children;
  const street = createStreet(picture, world, "strip");
  return {
    draw(table, mine) {
      const data = streetOf(table.tasks, table.street, mine.own, table.round);
      street.show({ ...data, label: describe(data, word) });
      say(line, table.round === 1 ? word("street.lamp_line") : "");
    },
  };
}

/** Bring the style sheet of the pictures, unless it is there. */
export async function styled(href) {
  if (document.querySelector(`link[href="${href}"]`)) return;
  await new Promise((resolve, reject) => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href, onload: resolve });
    link.onerror = () => reject(new Error("the style sheet of the street did not come"));
    document.head.append(link);
  });
}
