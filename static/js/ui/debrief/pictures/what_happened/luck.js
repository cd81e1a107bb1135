/* How much bad luck was it? Asked before the dice are shown, with how many guessed; until then no phone shows the
 * dice either. */
import { html } from "../../../shared/svg.js";
import { guessed } from "../../charts/tally.js";

export const picture = {
  onPhone: () => false, // it asks itself
  sourced: true,
  one: ({ voices }, { word }) => asked(voices, word),
  sides: (boards, { word, voices }) => ["", [], asked(voices, word)],
  preview: { many: () => ["what_happened.luck", ""] },
};

function asked(voices, word) {
  const count = voices ? guessed(voices.tallies) : 0;
  const told = count ? [html("p", "guessed", word("debrief.luck.guessed", { count }))] : [];
  return [html("p", "story-claim", word("debrief.what_happened.luck")), ...told];
}
