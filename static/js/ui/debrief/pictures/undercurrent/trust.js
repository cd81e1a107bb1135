/* Whether people could count on each other, as bunting between the fronts and as a line. On paper, where no line waits
 * for the next, all four stand together with what each of them is. */
import { measuresOf, UNDER } from "../../../../state/series.js";
import { html } from "../../../shared/svg.js";
import { lined } from "../../charts/blocks.js";
import { underLine } from "../under_line.js";

export const picture = {
  ...underLine({
    title: "debrief.undercurrent.trust",
    told: "debrief.undercurrent.trust_told",
    kind: "trust",
    before: ["ownership", "expectation", "bureaucracy"],
  }),
  paper: ({ story, view }, word) => [...lined(measuresOf(story, view, UNDER, word)), about(word)],
};

function about(word) {
  const told = (name) => [html("dt", "", word(`debrief.value.${name}`)), html("dd", "", word(`debrief.about.${name}`))];
  return html("dl", "about", ...UNDER.flatMap(told));
}
