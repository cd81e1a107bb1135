/* Decided and done of one table on a wall: a row a task, a column a round, the two marks under one another. */
import { isOtherwise } from "../../../state/decided.js";
import { HOLDERS } from "../../../state/holders.js";
import { html, scrolled } from "../../shared/svg.js";
import { apartMark, gapMark, nobodyMark } from "./gap_mark.js";

const MOST_LARGE = 4; // more tasks have smaller marks

/** The table of `rows` ("decided", "done"; the one that is not told yet has its room); what differs is framed once
 * that `isTold`. */
export function gapGrid(story, rows, isTold, word) {
  const title = word("debrief.gap.title");
  const grid = html("table", "gap-table gap-grid", html("caption", "visually-hidden", title));
  grid.dataset.tasks = story.tasks.length > MOST_LARGE ? "many" : "few";
  grid.dataset.key = isApart(story) && isUndone(story) ? "long" : "short"; // of two lines, when all of it is told
  const isFaded = isTold && some(story, isOtherwise); // what went as decided, so that one sees the rest
  const heads = story.rounds.map(({ round }) => headOf(String(round)));
  grid.append(html("thead", "", html("tr", "", html("td"), html("td", "", word("debrief.round")), ...heads)));
  grid.append(
    html("tbody", "", ...story.tasks.map((code, k) => rowOf(story, code, k, { rows, isTold, isFaded, word }))),
  );
  return scrolled(grid, title);
}

function headOf(name) {
  const head = html("th", "", name);
  head.scope = "col";
  return head;
}

function rowOf({ rounds }, code, k, { rows, isTold, isFaded, word }) {
  const name = html("th", "", word(`task.${code}.name`));
  name.scope = "row";
  const each = ["decided", "done"];
  const labels = html(
    "td",
    "gap-labels",
    ...each.map((row) => html("span", rows.includes(row) ? "" : "untold", word(`debrief.gap.${row}`))),
  );
  const cells = rounds.map(({ tasks: { [k]: task } }) => {
    const pair = rows.map((row) => gapMark(row, task, code, isTold, word));
    const kind = isFaded ? (isOtherwise(task) ? " otherwise" : " as-decided") : "";
    return html("td", "", html("div", `gap-pair${kind}`, ...pair));
  });
  return html("tr", "", name, labels, ...cells);
}

/** What the marks mean that are among what is told. */
export function gapKey(key, story, rows, word) {
  const isTold = rows.includes("done");
  const isUsed = (holder) => some(story, (task) => task.holder === holder || (isTold && task.done === holder));
  for (const [i, item] of [...key.children].entries()) if (!isUsed(HOLDERS[i])) item.remove();
  if (isTold && isApart(story)) key.append(html("li", "", apartMark(), word("debrief.gap.apart")));
  if (isTold && isUndone(story)) key.append(html("li", "", nobodyMark(), word("debrief.gap.nobody")));
  return key;
}

const some = ({ rounds }, is) => rounds.some(({ tasks }) => tasks.some(is));
const isApart = (story) => some(story, ({ apart }) => apart);
const isUndone = (story) => some(story, ({ done }) => !done);
