/* The table's street on a phone: what happened, before one reads it, with what only this chair sees of it; and each
 * task cut out of it, where one chooses. */
import { structure } from "../../state/structure.js";
import { isAsked } from "../../state/trouble.js";
import { say } from "../shared/dom.js";
import { word } from "../../state/words.js";
import { streetOf } from "../street/data.js";
import { createPlot, createStreet, signOf, worldOf } from "../street/street.js";
import { describe, describeTask } from "../street/words.js";

/** The picture in `section`, once its world and style sheet have come: `draw(table, mine)` shows an outcome. */
export async function createMyStreet(section) {
  const [world] = await Promise.all([
    worldOf(structure.picture.scene, structure.picture.tasks),
    styled(section.dataset.sheet),
  ]);
  const [picture, line] = section.children;
  const street = createStreet(picture, world, "strip");
  const plots = new WeakMap();
  return {
    plot(host, k, table, mine, change) {
      if (!plots.has(host)) plots.set(host, createPlot(host, world, k));
      const data = change(streetOf(table.tasks, table.street, mine.own, table.round));
      plots.get(host).show({ ...data, label: describeTask(data.tasks[k], data, word) });
      host.firstElementChild.setAttribute("preserveAspectRatio", "xMidYMax slice"); // fills the side of its row
    },
    signOf: (k) => signOf(world, structure.picture.tasks[k], k),
    draw(table, mine, change) {
      const data = change(streetOf(table.tasks, table.street, mine.own, table.round));
      street.show({ ...data, label: describe(data, word) });
      say(
        line,
        table.round === 1 && table.phase === "outcome" && !isAsked(table, mine) ? word("street.lamp_line") : "",
      );
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
