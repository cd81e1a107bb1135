/* A picture of the debrief on a phone. It follows the wall and shows nothing that the wall has not: what is there
 * to do and a line of one's own come first, so that people look up. A picture that reads on a phone stands there;
 * any other opens at a tap, and goes on being open once somebody wanted it so. */
import { word } from "../../state/words.js";
import { source, tryOut } from "../debrief/charts/blocks.js";
import { pictureOf } from "../debrief/pictures.js";
import { at } from "../shared/dom.js";
import { html } from "../shared/svg.js";

let isOpen = at("further") !== null; // who plays alone has no wall to look at

const FIRST = "feeling"; // what there is to say says what it is about
const NOBODY = { posts: [], waiting: 0, tallies: {}, options: [] };

/** Draw what `view` (DebriefView) shows in `container`: `shown` is the table's part of the screen, `own` this phone's
 * own line, or "". */
export function drawPage(container, shown, view, own) {
  const whole = { ...shown, groups: [], voices: { ...NOBODY, ...shown.voices, tallies: {} } };
  if (!shown.story.rounds.length && !pictureOf(view).unplayed)
    return container.replaceChildren(html("p", "story-intro", word("debrief.no_rounds")));
  container.replaceChildren(...pageOf(pictureOf(view), whole, { view, word, wall: false }, own));
}

function pageOf(picture, shown, scene, own) {
  const drawn = picture.one(shown, scene);
  const line = own ? [html("p", "own-line", own)] : [];
  const about = [...tryOut(shown.story, word), html("p", "story-intro", word(`debrief.${scene.view.step}.intro`))];
  const more = folded("about-step", word("debrief.about_step"), ...about, source(word));
  if (picture.small || !drawn.length) return [...drawn, ...line, more];
  const look = html("p", "look-up", word("debrief.own.look"));
  const opened = folded("on-phone", word("debrief.own.picture"), ...drawn);
  opened.open = isOpen;
  opened.addEventListener("toggle", () => (isOpen = opened.open));
  return [look, ...line, opened, ...(scene.view.step === FIRST ? [] : [more])];
}

const folded = (name, summary, ...content) => html("details", name, html("summary", "", summary), ...content);
