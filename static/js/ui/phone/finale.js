/* What became of the street on a phone, before anything is asked: its first picture and its last, and a line of its
 * news. */
import { structure } from "../../state/structure.js";
import { html } from "../shared/svg.js";
import { sentence, word } from "../../state/words.js";
import { endsOf } from "../street/ends.js";
import { createStreet, worldOf } from "../street/street.js";
import { describe } from "../street/words.js";

/** Draw it in `container`; `table` is the table's part of the screen. */
export function drawFinale(container, table) {
  const news = table.news.slice(0, 1).map((text) => html("p", "finale-news", sentence(text)));
  container.replaceChildren(...endsOf(table).map(endOf), ...news);
}

function endOf({ round, data }) {
  const caption = html("figcaption", "", word("debrief.feeling.finale_round", { round }));
  return html("figure", "finale-end", pictureOf(data), caption);
}

/* A place for a picture, which is drawn once its world has come; without it, its words stand there. */
function pictureOf(data) {
  const host = html("div");
  const label = describe(data, word);
  worldOf(structure.picture.scene, structure.picture.tasks).then(
    (world) => createStreet(host, world, "strip").show({ ...data, label }),
    () => (host.textContent = label),
  );
  return host;
}
