/* The debrief of one table: the picture that is shown, on a wall or on a phone. */
import { source, tryOut } from "./charts/blocks.js";
import { html } from "../shared/svg.js";
import { pictureOf } from "./pictures.js";

const NOBODY = { posts: [], waiting: 0, tallies: {}, options: [] };

/** Draw what `view` (DebriefView) shows of one table: `shown` is {story, findings, earlier}. `voices` is what the room
 * said, `groups` earlier groups to lay beneath, `most` how many words have room. */
export function drawOne(container, shown, view, word, { wall = false, voices = null, groups = [], most } = {}) {
  const whole = { ...shown, groups, voices: voices ?? NOBODY };
  const scene = { view, word, wall, most };
  const picture = pictureOf(view);
  if (picture.unplayed) return container.replaceChildren(...picture.one(whole, scene));
  if (!shown.story.rounds.length) return container.replaceChildren(html("p", "story-intro", word("debrief.no_rounds")));
  const drawn = wall ? wallOf(picture, whole, scene) : pageOf(picture, whole, scene);
  container.replaceChildren(...drawn);
}

function wallOf(picture, shown, scene) {
  const below = picture.sourced ? [source(scene.word, true)] : [];
  return [...tryOut(shown.story, scene.word), ...picture.one(shown, scene), ...below];
}

/* A phone follows the wall picture by picture and shows nothing that the wall has not; what its step is about opens. */
function pageOf(picture, shown, scene) {
  const { view, word } = scene;
  const about = html("details", "about-step", html("summary", "", word("debrief.about_step")));
  about.append(html("p", "story-intro", word(`debrief.${view.step}.intro`)), source(word, false));
  return [...tryOut(shown.story, word), ...picture.one(shown, scene), about];
}
