/* What residents counted on, as post in the letterbox and as a line. */
import { underLine } from "../under_line.js";

export const picture = underLine({
  title: "debrief.undercurrent.expected",
  told: "debrief.undercurrent.expected_told",
  kind: "expectation",
  before: ["ownership"],
});
