/* What only a wall says of the vote: what its columns are, why a street ends there, and in one line what nobody voted
 * for and what moved nothing. */
import { isSeen } from "../../../state/voted.js";
import { nameOf } from "../../../state/what_if.js";
import { lastOf } from "../../../state/lists.js";
import { TOGETHER } from "../../../state/other_way.js";
import { hundred } from "../../../state/series.js";
import { html } from "../../shared/svg.js";

/** What `vote.js` and `streets.js` ask of a wall. */
export const votedWall = {
  /** What the columns are of one table, or of several (`isMean`). */
  heads: (isMean, word) => [
    word("debrief.what_if.your_vote"),
    word("debrief.what_if.one_thing"),
    word(`debrief.voted.${isMean ? "end_mean" : "end"}`),
  ],

  /** Why a street ends there, as `code`; nothing where that is "". */
  why: (code, word) => (code ? [html("span", "voted-why", word(`debrief.voted.why.${code}`))] : []),

  /** The rows that stay, and the line of the others; `all` is what `told` gives, `own` how the street ended (0–1). */
  parts(all, own, word) {
    const [rows, rest] = parted(all);
    const names = rest.map(({ code }) => nameOf({ code, since: 1 }, word)).join(" · ");
    const told = () => html("p", "voted-rest", word("debrief.voted.rest", { value: spanOf(rest, own), names }));
    return [rows, rest.length ? [told()] : []];
  },

  /** How far one thing got a street at most, beside all three chairs together where that is clearly further. */
  hardly({ way, lines, one_thing: most }, word) {
    const all = lastOf(lines.quality);
    if (way !== TOGETHER || !isSeen({ moved: all - most })) return null;
    const figures = { most: hundred(most), all: hundred(all) };
    return [html("p", "film-line two-turn", word("debrief.voted.hardly", figures))];
  },
};

/** The rows that stay, and the others: no votes, and nothing that one sees. */
export function parted(all) {
  const isRest = (one) => !one.votes && !one.isSo && !isSeen(one);
  return [all.filter((one) => !isRest(one)), all.filter(isRest)];
}

/* Where these streets end, from the lowest to the highest. */
function spanOf(rest, own) {
  const ends = rest.flatMap(({ end, reacting }) => [end, reacting ?? end]);
  const [least, most] = [hundred(Math.min(own, ...ends)), hundred(Math.max(own, ...ends))];
  return least === most ? least : `${least}–${most}`;
}
