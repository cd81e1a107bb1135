/* What would have had to be different? The room's answers, counted. A phone has its own buttons, and the counts are
 * on the big screen. */
import { block } from "../../charts/blocks.js";
import { tallyList } from "../../charts/tally.js";
import { nameOf } from "../../../../state/what_if.js";

export const picture = {
  ofRoom: true,
  onPhone: (view) => view.what_ifs.length + view.doubts.length > 0,
  one({ voices }, { word, wall }) {
    const counts = voices.tallies.what_if;
    if (!wall && !counts) return [];
    const rows = voices.options.map((code) => ({ name: nameOf({ code, since: 1 }, word), count: counts?.[code] ?? 0 }));
    return [block(word("debrief.what_if.vote"), tallyList(rows, "vote"))];
  },
  preview: { many: () => ["what_if.vote", ""] },
};
