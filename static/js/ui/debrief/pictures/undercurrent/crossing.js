/* Ownership and expectation together, and where they cross; said only where they clearly do and stay crossed. */
import { crossingOf, sideOf } from "../../../../state/crossing.js";
import { lastOf } from "../../../../state/lists.js";
import { hundred } from "../../../../state/series.js";
import { html } from "../../../shared/svg.js";
import { measured } from "../measured.js";
import { drawnUnder } from "../under_line.js";

const KINDS = ["ownership", "expectation"];
const TITLE = "debrief.undercurrent.crossing";

/* From where to where both went. */
function endsOf({ start, rounds }) {
  const of = (kind) => `${hundred(start[kind])} → ${hundred(lastOf(rounds)[kind])}`;
  return { ours: of("ownership"), expected: of("expectation") };
}

export const picture = {
  ...measured(TITLE, KINDS, { start: true }),
  one(shown, { word }) {
    const found = crossingOf(shown.story);
    const head = html("h2", "chart-title", word(TITLE));
    const told = found
      ? word(`debrief.undercurrent.crosses.${found.above}`, { round: found.round })
      : word(`debrief.undercurrent.apart.${sideOf(shown.story)}`, endsOf(shown.story));
    const spots = found ? [{ at: found.at, value: found.value }] : [];
    const key = html("p", "axis-note", word("debrief.undercurrent.key"));
    return [
      head,
      key,
      drawnUnder(TITLE, KINDS, { ...shown, word }, { both: true, spots }),
      html("p", "film-line", told),
    ];
  },
};
