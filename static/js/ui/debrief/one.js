/* The debrief of one table on a wall: the picture that is shown. A phone has a page of its own for it. */
import { html } from "../shared/svg.js";
import { pictureOf } from "./pictures.js";
import { WALLS } from "./walls.js";

const NOBODY = { posts: [], waiting: 0, tallies: {}, options: [] };

/** Draw what `view` (DebriefView) shows of one table: `shown` is {story, findings, earlier}. `voices` is what the
 * room said, `groups` earlier groups to lay beneath and `group` a street of one, `most` how many words have room. */
export function drawOne(container, shown, view, word, { voices = null, groups = [], group = null, most } = {}) {
  const whole = { ...shown, groups, group, voices: voices ?? NOBODY };
  const scene = { view, word, wall: true, walls: WALLS, most };
  const picture = pictureOf(view);
  if (picture.unplayed) return container.replaceChildren(...picture.one(whole, scene));
  if (!shown.story.rounds.length) return container.replaceChildren(html("p", "story-intro", word("debrief.no_rounds")));
  container.replaceChildren(...picture.one(whole, scene));
}
