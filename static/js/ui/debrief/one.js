/* The debrief of one table: the picture that is shown on a wall, all of its step on a phone. */
import { source, tryOut } from "./charts/blocks.js";
import { html } from "../shared/svg.js";
import { structure } from "../../state/structure.js";
import { pictureOf } from "./pictures.js";

const NOBODY = { posts: [], waiting: 0, tallies: {}, options: [] };

/** Draw what `view` (DebriefView) shows of one table: `shown` is {story, findings, earlier}. With `wall` just the
 * picture that is shown, else all of its step. `voices` is what the room said, `groups` earlier groups to lay
 * beneath, `most` how many words have room. */
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

/* All pictures of the step beneath each other; one that stands alone waits for its turn, and then nothing else is
 * there. */
function pageOf(picture, shown, scene) {
  const { view, word } = scene;
  const below = source(word, false);
  if (picture.alone) return [...tryOut(shown.story, word), ...picture.one(shown, scene), below];
  const drawn = structure.steps[view.step].flatMap((part) => {
    const own = pictureOf({ step: view.step, part });
    return own.alone ? [] : own.one(shown, { ...scene, view: { ...view, part } });
  });
  return [html("p", "story-intro", word(`debrief.${view.step}.intro`)), ...tryOut(shown.story, word), ...drawn, below];
}
