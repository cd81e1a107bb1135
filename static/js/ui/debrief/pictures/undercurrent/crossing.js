/* Only ownership and expectation, and where they cross. */
import { measured } from "../measured.js";

export const picture = {
  ...measured("debrief.undercurrent.crossing", ["ownership", "expectation"], { start: true }),
  small: true,
};
