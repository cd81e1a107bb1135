/* The dice of one table on a wall: a row a place, a column a round, each with the chance that it had, so that a throw
 * that was high enough in one round and too low in another explains itself. */
import { dieOf, isThrown } from "../../../state/luck.js";
import { html, scrolled } from "../../shared/svg.js";

const SETBACK = "▼";
const [MOST_ROUNDS, MOST_TASKS] = [6, 4]; // of more there is no room for chances

const hasChances = ({ rounds, tasks }) => rounds.length <= MOST_ROUNDS && tasks.length <= MOST_TASKS;
const hasSetbacks = ({ rounds }) => rounds.some(({ tasks }) => tasks.some(({ setback }) => setback));

/** The table, `isOpen` or with its dice closed, in the same room; `turn(node, round, task)` is how one turns over. */
export function luckGrid(story, isOpen, turn, word) {
  const title = word("debrief.luck.head");
  const grid = html("table", "grid-table dice luck-grid", html("caption", "visually-hidden", title));
  const heads = story.rounds.map(({ round }) => head("col", String(round)));
  grid.append(html("thead", "", html("tr", "", html("td", "grid-corner", word("debrief.round")), ...heads)));
  const rows = story.tasks.map((code, k) => {
    const cells = story.rounds.map((round, r) =>
      html("td", "", ...(isOpen ? thrown(round, k, story, word).map((one) => turn(one, r, k)) : closed(story))),
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

function closed(story) {
  const room = hasChances(story) ? [html("span", "luck-chance", "\u00a0")] : [];
  return [html("span", "die closed", "?"), ...room];
}

function thrown({ draws, tasks }, k, story, word) {
  const task = tasks[k];
  if (task.setback) return [html("span", "die setback", SETBACK)]; // its throw changed nothing
  const die = html("span", `die${isThrown(task) ? " hit" : ""}`, String(dieOf(draws[k])));
  if (!hasChances(story)) return [die];
  return [die, html("span", "luck-chance", word("debrief.luck.chance", { count: Math.round(1 / task.chance) }))];
}

/** What makes a throw an incident, how likely that was, and what came whatever was thrown. */
export function luckKey(story, word) {
  const item = (kind, mark, code) => html("li", "", html("span", kind, mark), word(`debrief.luck.${code}`));
  const chance = word("debrief.luck.chance", { count: 4 });
  return html(
    "ul",
    "chart-key luck-dice luck-key",
    item("die hit", "!", hasChances(story) ? "key_low" : "key_hit"),
    ...(hasChances(story) ? [item("luck-chance", chance, "key_chance")] : []),
    ...(hasSetbacks(story) ? [item("die setback", SETBACK, "key_setback")] : []),
  );
}
