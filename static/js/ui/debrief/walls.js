/* What only a wall draws of the pictures; it is given along, so that no phone has to fetch it. */
import { wasSo } from "../../state/had.js";
import { html } from "../shared/svg.js";
import { unrolled } from "./pictures/circle_ways.js";
import { isWhole, logicRows, momentBarKey } from "./pictures/logic_rows.js";
import { gapGrid, gapKey } from "./pictures/gap_grid.js";
import { gapRows, isInWords, rowsKey } from "./pictures/gap_rows.js";
import { turnsLine } from "./pictures/turns_line.js";
import { turnSides } from "./pictures/turn_rows.js";
import { streetRows, togetherOf } from "./pictures/street_rows.js";

/** What pictures get as `walls`. */
export const WALLS = {
  gapGrid,
  gapKey,
  gapRows,
  isInWords,
  isWhole,
  logicRows,
  luckKey,
  momentBarKey,
  rowsKey,
  streetRows,
  togetherOf,
  turnSides,
  turnsLine,
  unrolled,
  wasSo,
};

/* What makes a throw an incident, and what none did. */
function luckKey(word) {
  const item = (kind, mark, code) => html("li", "", html("span", `die ${kind}`, mark), word(`debrief.luck.${code}`));
  return html("ul", "chart-key luck-dice luck-key", item("hit", "!", "key_hit"), item("setback", "▼", "key_setback"));
}
