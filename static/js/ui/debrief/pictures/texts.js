/* What people wrote in a step, as cards. A phone has a list of its own. */
import { cards } from "../charts/cloud.js";
import { html } from "../../shared/svg.js";

export const texts = {
  ofRoom: true,
  unplayed: true,
  onPhone: () => false,
  one({ voices }, { view, word }) {
    const title = html("h2", "chart-title", word(`debrief.${view.step}.wall`));
    return [title, cards(voices.posts, word, word(`debrief.${view.step}.empty`))];
  },
};
