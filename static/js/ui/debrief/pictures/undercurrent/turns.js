/* Where it turned: the story of a table as sentences; for several tables what each is told by. */
import { block } from "../../charts/blocks.js";
import { html } from "../../../shared/svg.js";
import { biggest, sentenceOf, turnKey, turnList } from "../../charts/turns.js";

/* Up to so many a wall has room for the choices behind them too; phones have them always. */
const ROOMY = 2;

export const picture = {
  perTable: () => true,
  one({ findings }, { word, wall }) {
    if (!findings?.turns?.length) return [];
    return [
      block(
        word("debrief.undercurrent.turns"),
        turnKey(word),
        turnList(findings.turns, word, { brief: wall && findings.turns.length > ROOMY }),
      ),
    ];
  },
  sides: (boards, { word, each }) => [
    word("debrief.undercurrent.biggest"),
    [],
    each((story, { findings }) => one(biggest(findings.turns), word)),
  ],
  preview: { many: () => ["undercurrent.turns.many", ""] },
};

/* Its first sentence; what more there is to say is on the phones of that table. */
function one(turn, word) {
  const { head } = sentenceOf(turn, word);
  return html("div", "side-turn", html("span", "turn-round", String(turn.round)), html("p", "", head));
}
