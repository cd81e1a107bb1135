/* How the street looked, round by round. */
import { measured } from "../measured.js";

export const picture = { ...measured("debrief.what_happened.quality", ["quality"]), small: true };
