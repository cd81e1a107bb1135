/* Several tables side by side in one picture of the debrief: a small drawing each, or where that says nothing more one for all. */
import { shareBars } from "./bars.js";
import { countedTable, decidedTable, diceTable } from "./grids.js";
import { hitKey, holderKey, lineKey, shareKey, thinKey } from "./keys.js";
import { lineChart } from "./line.js";
import { UNDER, decisionsOf, measuresOf, moneyOf, sharesOf } from "./series.js";
import { canCompare, compared } from "./compare.js";
import { foundSides } from "./sides_found.js";
import { claim, guesses, luck, tryOut } from "./story.js";
import { html } from "./svg.js";

const GRIDS = 2;
const HOLDERS = ["residents", "together", "professionals"];
const PER_TABLE = ["quality", "share", "cost", "lines", "crossing", "turns", "loops", "moments", "funding", "marks", "doubt"];
const FOUND = ["pattern", "sensible", "what_if"];

/** Whether the picture that `view` shows has a drawing for each of `count` tables, and not one for all of them. */
export function isPerTable(view, count) {
  if (view.compare && canCompare(view)) return false;
  return PER_TABLE.includes(view.part) || (view.part === "asked" && count <= GRIDS);
}

/** Draw the picture that `view` shows for `boards` ({table, story, findings}); of those with a drawing per table only `shown`, in `columns`
 * columns. `voices` is what the room said, `groups` are earlier groups. */
export function drawSideBySide(container, boards, shown, view, word, columns, { voices = null, groups = [] } = {}) {
  const stories = boards.map((board) => board.story);
  const first = stories[0];
  if (!first.rounds.length) return container.replaceChildren(html("p", "story-intro", word("debrief.no_rounds")));
  const [heading, key, drawn] = picture(shown, boards, view, word, columns, { voices, groups });
  const title = heading ? [html("h2", "chart-title", heading)] : [];
  container.replaceChildren(...title, ...tryOut(first, word), ...key, ...drawn);
}

/** Title, key and drawings of the shown picture. */
function picture(boards, everyone, view, word, columns, { voices, groups }) {
  if (view.compare && canCompare(view)) return compared(everyone, view, word);
  const stories = everyone.map((board) => board.story);
  const title = (code) => word(`debrief.${view.step}.${code}`);
  const size = boards.length > columns ? "wall" : "tall";
  const each = (draw) => [sides(boards, columns, word, draw)];
  if (FOUND.includes(view.step) || view.part === "turns") return foundSides(boards, view, word, size, each);
  const beside = ({ earlier }) => ({ earlier, groups });
  const measured = (code, names) => {
    const options = measuresOf(stories[0], view, names, word, beside(everyone[0]));
    const key = names.length > 1 ? [lineKey(options)] : thinKey(options);
    return [title(code), key, each((story, board) => lineChart({ ...measuresOf(story, view, names, word, beside(board)), size }))];
  };
  if (view.step === "undercurrent") {
    if (view.part === "claim") return ["", [], claim(word)];
    return view.part === "crossing" ? measured("crossing", UNDER.slice(0, 2)) : measured("lines", UNDER);
  }
  if (view.part === "luck") return ["", [], luck(word, voices)];
  if (view.part === "quality") return measured("quality", ["quality"]);
  if (view.part === "share") return [title("share"), [shareKey(sharesOf(stories[0], word))], each((story) => shareBars({ ...sharesOf(story, word), size }))];
  if (view.part === "cost") {
    const key = [lineKey(moneyOf(stories[0], view, word, stories, beside(everyone[0])))];
    return [title("cost"), key, each((story, board) => lineChart({ ...moneyOf(story, view, word, stories, beside(board)), size }))];
  }
  if (view.part === "asked") return [title("asked_decided"), [holderKey(word, boards.length <= GRIDS)], decided(boards, stories, word)];
  return [title("incidents"), [], [dice(stories, word), ...guesses(word, voices)]];
}

function sides(boards, columns, word, draw) {
  const cards = boards.map((board) => {
    const title = html("h3", "side-title", word("debrief.table", { table: board.table }));
    return html("section", "side", title, draw(board.story, board));
  });
  const grid = html("div", "sides", ...cards);
  grid.dataset.cols = columns;
  return grid;
}

/** The dice were the same everywhere; what differs is at how many tables something happened. */
function dice(stories, word) {
  const [first] = stories;
  const at = (r, k) => stories.filter((story) => story.rounds[r]?.tasks[k].incident).length;
  return diceTable({
    caption: word("debrief.what_happened.dice"),
    tasks: first.tasks.map((task) => word(`task.${task}.name`)),
    rounds: first.rounds.map((round) => round.round),
    throws: first.rounds.map((round) => round.draws),
    happened: first.rounds.map((round, r) =>
      round.tasks.map((_, k) => at(r, k) && { shown: `${at(r, k)}×`, told: word("ui.at_tables", { count: at(r, k) }) }),
    ),
    key: [hitKey("3×", word("ui.incident_tables"))],
  });
}

function decided(boards, stories, word) {
  const [first] = stories;
  const tasks = first.tasks.map((task) => word(`task.${task}.name`));
  const rounds = first.rounds.map((round) => round.round);
  const caption = word("debrief.what_happened.asked_decided");
  if (boards.length <= GRIDS) {
    const own = (table) => `${word("debrief.table", { table })}: ${caption}`;
    const draw = (story, { table }) => decidedTable({ caption: own(table), tasks, rounds, cells: decisionsOf(story, word), tidy: "tidy" });
    return [sides(boards, 1, word, draw)]; // one above the other: a row of marks needs the width
  }
  const counts = (r, k) => HOLDERS.map((holder) => ({
    holder,
    name: word(`holder.${holder}`),
    count: stories.filter((story) => story.rounds[r]?.tasks[k].holder === holder).length,
  })).filter(({ count }) => count);
  return [countedTable({ caption, tasks, rounds, cells: rounds.map((_, r) => tasks.map((__, k) => counts(r, k))) })];
}
