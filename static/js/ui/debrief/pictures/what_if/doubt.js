/* The game again with another value for what an arrow weighs. */
import { answers } from "../answers.js";

export const picture = answers({
  title: "debrief.what_if.doubt",
  none: "debrief.what_if.no_doubt",
  code: "what_if.doubt",
  empty: "what_if.no_doubt",
  isEmpty: (view) => !view.doubts.length,
});
