/* What only a wall draws of the pictures; it is given along, so that no phone has to fetch it. */
import { html } from "../shared/svg.js";
import { unrolled } from "./pictures/circle_ways.js";
import { isWhole, logicRows } from "./pictures/logic_rows.js";
import { gapRows, isInWords, rowsKey } from "./pictures/gap_rows.js";
import { streetRows, togetherOf } from "./pictures/street_rows.js";

/** What pictures get as `walls`. */
export const WALLS = {
  gapKey,
  gapRows,
  isInWords,
  isWhole,
  logicRows,
  luckKey,
  rowsKey,
  streetRows,
  togetherOf,
  unrolled,
};

/* What every mark means, also those of nobody (`none`) that are `seen`, and which task stands where; `otherwise` is how
 * often what was done differs from what was decided, null before the room sees that. */
function gapKey(key, story, { none, seen, otherwise }, word) {
  const item = (code) => html("li", "", none[code](), word(`debrief.gap.${code}`));
  key.append(...["split", "nobody"].filter((code) => seen.has(code)).map(item));
  if (otherwise?.count)
    key.append(
      html("li", "", html("span", "gap-mark otherwise", none.unasked()), word("debrief.gap.otherwise", otherwise)),
    );
  const tasks = story.tasks.map((code) => word(`task.${code}.name`)).join(" · ");
  return [key, html("p", "gap-places", word("debrief.gap.places", { tasks }))];
}

/* What makes a throw an incident, and what none did. */
function luckKey(word) {
  const item = (kind, mark, code) => html("li", "", html("span", `die ${kind}`, mark), word(`debrief.luck.${code}`));
  return html("ul", "chart-key luck-dice luck-key", item("hit", "!", "key_hit"), item("setback", "▼", "key_setback"));
}
