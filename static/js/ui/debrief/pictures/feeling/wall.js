/* How it felt, in a word each: a cloud of words with its list, and the faces. */
import { wordWall } from "../../charts/cloud.js";
import { html } from "../../../shared/svg.js";

export const picture = {
  ofRoom: true,
  unplayed: true,
  onPhone: (view, posts) => posts.length > 0,
  one: ({ voices }, { word, most }) => [
    html("h2", "chart-title", word("debrief.feeling.wall")),
    ...wordWall(voices, word, most),
  ],
};
