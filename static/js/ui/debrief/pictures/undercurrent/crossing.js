/* Ownership and expectation together, and where they cross; said only where they clearly do and stay crossed. */
import { crossingOf, sideOf } from "../../../../state/crossing.js";
import { html } from "../../../shared/svg.js";
import { measured } from "../measured.js";
import { drawnUnder } from "../under_line.js";

const KINDS = ["ownership", "expectation"];
const TITLE = "debrief.undercurrent.crossing";

export const picture = {
  ...measured(TITLE, KINDS, { start: true }),
  one(shown, { word }) {
    const found = crossingOf(shown.story);
    const head = html("h2", "chart-title", word(TITLE));
    const told = found
      ? word(`debrief.undercurrent.crosses.${found.above}`, { round: found.round })
      : word(`debrief.undercurrent.apart.${sideOf(shown.story)}`);
    const spots = found ? [{ at: found.at, value: found.value }] : [];
    return [head, drawnUnder(TITLE, KINDS, { ...shown, word }, { both: true, spots }), html("p", "film-line", told)];
  },
};
