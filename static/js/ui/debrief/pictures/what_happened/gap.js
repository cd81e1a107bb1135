/* What was decided about who does a task and what was done, under one another: first the one, then the other, and
 * where they differ. A wall of one table has a row a task, several tables a row each. */
import { otherwiseOf } from "../../../../state/decided.js";
import { html, table } from "../../../shared/svg.js";
import { holderKey } from "../../charts/keys.js";
import { gapMark } from "../gap_mark.js";

const DONE = 1; // the press that what was done comes with, and how it differs

export const picture = {
  one({ story }, { view: { beat }, word, wall, walls }) {
    const isTold = beat >= DONE;
    const rows = isTold ? ["decided", "done"] : ["decided"];
    const drawn = wall ? walls.gapGrid(story, rows, isTold, word) : columnsOf(story, rows, isTold, word);
    const said = isTold
      ? differenceOf(story, word)
      : word("debrief.gap.look", { rounds: story.rounds.length, tasks: story.tasks.length });
    const key = wall ? walls.gapKey(holderKey(word), story, rows, word) : holderKey(word);
    return [key, drawn, html("p", "film-line gap-line", said)];
  },
  sides: (boards, scene) => scene.walls.gapSides(boards, scene),
  preview: { many: () => ["what_happened.gap", ""] },
};

/* On a phone, where rounds beside one another have no room. */
function columnsOf(story, rows, isTold, word) {
  const heads = rows.map((row) => word(`debrief.gap.${row}`));
  const drawn = table(word("debrief.gap.title"), [word("debrief.round"), ...heads], []);
  drawn.className = "gap-table gap-columns";
  drawn.tBodies[0].append(
    ...story.rounds.map((round) => {
      const name = html("th", "", String(round.round));
      name.scope = "row";
      const marks = (row) => round.tasks.map((task, k) => gapMark(row, task, story.tasks[k], isTold, word));
      return html("tr", "", name, ...rows.map((row) => html("td", "", html("div", "gap-marks", ...marks(row)))));
    }),
  );
  return drawn;
}

/* How often it was done otherwise than was decided; where that was mostly what was to be done together, that too. */
function differenceOf(story, word) {
  const { count, of, together, isMostly } = otherwiseOf(story);
  if (!count) return word("debrief.gap.as_decided", { of });
  const which = isMostly && 2 * together > count ? "otherwise_together" : "otherwise";
  return word(`debrief.gap.${which}`, { count, of, together });
}
