/* Whether the street was theirs, as lights in the gardens and as a line. */
import { underLine } from "../under_line.js";

export const picture = underLine({
  title: "debrief.undercurrent.ours",
  told: "debrief.undercurrent.ours_told",
  kind: "ownership",
});
