/* What had to be on paper, as a stack of sheets and as a line. */
import { underLine } from "../under_line.js";

export const picture = underLine({
  title: "debrief.undercurrent.paper",
  told: "debrief.undercurrent.paper_told",
  kind: "bureaucracy",
  before: ["ownership", "expectation"],
});
