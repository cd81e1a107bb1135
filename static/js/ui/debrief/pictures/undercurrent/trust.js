/* Whether people could count on each other, as bunting between the fronts and as a line. */
import { underLine } from "../under_line.js";

export const picture = underLine({
  title: "debrief.undercurrent.trust",
  told: "debrief.undercurrent.trust_told",
  kind: "trust",
  before: ["ownership", "expectation", "bureaucracy"],
});
