/* The undercurrent: all its lines, hidden until now, and what each of them is. */
import { UNDER } from "../../../../state/series.js";
import { html } from "../../../shared/svg.js";
import { measured } from "../measured.js";

export const picture = measured("debrief.undercurrent.lines", UNDER, { start: true, below: (word) => [about(word)] });

function about(word) {
  const told = (name) => [html("dt", "", word(`debrief.value.${name}`)), html("dd", "", word(`debrief.about.${name}`))];
  return html("dl", "about", ...UNDER.flatMap(told));
}
