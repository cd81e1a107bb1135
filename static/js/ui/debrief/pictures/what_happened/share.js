/* Who did how much of the work. */
import { shareBars } from "../../charts/bars.js";
import { chart, figures, shared } from "../../charts/blocks.js";
import { byRound } from "../../charts/by_round.js";
import { shareKey } from "../../charts/keys.js";
import { sharesOf } from "../../../../state/series.js";

const TITLE = "debrief.what_happened.share";
const MEASURES = ["professional_share", "evenings", "claims"];

export const picture = {
  perTable: () => true,
  one: ({ story }, { word }) => [
    chart(word(TITLE), shared(sharesOf(story, word)), figures(story, MEASURES, word), word),
  ],
  sides([first], { word, size, each }) {
    return [
      word(TITLE),
      [shareKey(sharesOf(first.story, word))],
      each((story) => shareBars({ ...sharesOf(story, word), size })),
    ];
  },
  panels: (boards, view, word) => [byRound(boards, "professional_share", word, "professional")],
  paper: ({ story }, word) => shared(sharesOf(story, word)),
};
