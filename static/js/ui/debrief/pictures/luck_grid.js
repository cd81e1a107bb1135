/* The dice of one table on a wall: a row a place, a column a round. No odds and no pips: a 1 that brought an incident
 * in one round and none in another cannot be read without how the place looked. */
import { isThrown } from "../../../state/luck.js";
import { html, scrolled } from "../../shared/svg.js";

const [HIT, SETBACK] = ["!", "↯"];
const hasSetbacks = ({ rounds }) => rounds.some(({ tasks }) => tasks.some(({ setback }) => setback));

/** The table, `isOpen` or with its dice closed, in the same room; `turn(node, round, task)` is how one turns over. */
export function luckGrid(story, isOpen, turn, word) {
  const title = word("debrief.luck.head");
  const grid = html("table", "grid-table dice luck-grid", html("caption", "visually-hidden", title));
  const heads = story.rounds.map(({ round }) => head("col", String(round)));
  grid.append(html("thead", "", html("tr", "", html("td", "grid-corner", word("debrief.round")), ...heads)));
  const rows = story.tasks.map((code, k) => {
    const cells = story.rounds.map((round, r) =>
      html("td", "", isOpen ? turn(thrown(round, k), r, k) : html("span", "die closed", "?")),
    );
    return html("tr", "", head("row", word(`task.${code}.name`)), ...cells);
  });
  grid.append(html("tbody", "", ...rows));
  return scrolled(grid, title);
}

function head(scope, name) {
  const made = html("th", "", name);
  made.scope = scope;
  return made;
}

function thrown({ tasks }, k) {
  const task = tasks[k];
  if (task.setback) return html("span", "die setback", SETBACK); // its throw changed nothing
  return html("span", `die${isThrown(task) ? " hit" : ""}`, isThrown(task) ? HIT : "");
}

/** What makes a throw an incident, and what came whatever was thrown. */
export function luckKey(story, word) {
  const item = (kind, mark, code) => html("li", "", html("span", kind, mark), word(`debrief.luck.${code}`));
  return html(
    "ul",
    "chart-key luck-dice luck-key",
    item("die hit", HIT, "key_hit"),
    ...(hasSetbacks(story) ? [item("die setback", SETBACK, "key_setback")] : []),
  );
}
