/* What the article says, which is the same for every table. */
import { html } from "../../../shared/svg.js";

export const picture = {
  sourced: true,
  one: (shown, { word }) => said(word),
  sides: (boards, { word }) => ["", [], said(word)],
  preview: { many: () => ["undercurrent.claim", ""] },
};

function said(word) {
  return [
    html("p", "story-claim", word("debrief.undercurrent.claim")),
    html("p", "story-model small", word("debrief.model")),
  ];
}
