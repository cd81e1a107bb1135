/* What pictures of measures over the rounds have in common: lines for one table, the same small for several, smaller
 * still for more than can have their turn, dots where tables are compared, lines on paper. */
import { chart, figures, lined } from "../charts/blocks.js";
import { byRound } from "../charts/by_round.js";
import { lineKey, thinKey } from "../charts/keys.js";
import { lineChart } from "../charts/line.js";
import { measuresOf } from "../../../state/series.js";
import { structure } from "../../../state/structure.js";

/** A picture called `title` of `measures`; with `start` its figures begin before round 1. */
export function measured(title, measures, { start = false } = {}) {
  const options = (story, view, word, beside) => measuresOf(story, view, measures, word, beside);
  return {
    perTable: (count) => count <= structure.most_in_turn,
    one(shown, { view, word }) {
      const drawn = lined(options(shown.story, view, word, shown));
      return [chart(word(title), drawn, figures(shown.story, measures, word, start), word)];
    },
    sides(boards, { view, word, size, each, beside, walls }) {
      const [first] = boards;
      const whole = options(first.story, view, word, beside(first));
      if (boards.length > structure.most_in_turn) {
        const own = ({ story }) => options(story, view, word).series;
        const keys = measures.length > 1 ? [lineKey({ ...whole, series: own(first), talkFrom: null })] : [];
        return [word(title), keys, walls.manyLines(boards, own, word)];
      }
      const key = measures.length > 1 ? [lineKey(whole)] : thinKey(whole);
      return [
        word(title),
        key,
        each((story, board) => lineChart({ ...options(story, view, word, beside(board)), size })),
      ];
    },
    panels: (boards, view, word) => measures.map((measure) => byRound(boards, measure, word)),
    paper: ({ story, view }, word) => lined(options(story, view, word)),
  };
}
