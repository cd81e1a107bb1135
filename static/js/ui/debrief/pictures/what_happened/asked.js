/* What was asked and what was decided: a grid for each of two tables, for more of them how many decided what. */
import { block, headsOf, NARROW } from "../../charts/blocks.js";
import { countedTable, decidedTable } from "../../charts/grids.js";
import { holderKey } from "../../charts/keys.js";
import { decisionsOf } from "../../../../state/series.js";
import { anyPromised, promisesTold } from "../../../../state/promises.js";
import { longestOf } from "../../../../state/stories.js";
import { structure } from "../../../../state/structure.js";
import { html } from "../../../shared/svg.js";

const GRIDS = 2;
const TITLE = "debrief.what_happened.asked_decided";

export const picture = {
  perTable: (count) => count <= GRIDS,
  one({ story }, { word, wall }) {
    const tidy = wall || NARROW.matches;
    const keys = tidy ? [keyOf([story], word)] : [];
    const told = html("p", "film-line", askedTold(story, word));
    const drawn = block(word(TITLE), ...keys, grid(story, word, word(TITLE), tidy), told);
    return wall ? [drawn] : [drawn, ...promises(story, word)];
  },
  sides(boards, { word, each }) {
    if (boards.length > GRIDS) return [word(TITLE), [holderKey(word)], [counted(boards, word)]];
    const caption = (table) => `${word("debrief.table", { table })}: ${word(TITLE)}`;
    const draw = (story, { table }) => grid(story, word, caption(table), true);
    const stories = boards.map(({ story }) => story);
    return [word(TITLE), [keyOf(stories, word)], each(draw, 1)]; // one above the other: a row of marks needs the width
  },
  paper: ({ story }, word) => [
    keyOf([story], word),
    grid(story, word, word(TITLE), true),
    html("p", "", askedTold(story, word)),
    ...promises(story, word),
  ],
  preview: {
    many: (view, tables) => (tables <= GRIDS ? ["what_happened.asked", "sides"] : ["what_happened.asked.many", ""]),
  },
};

const cellsOf = (story, word) => decisionsOf(story, word).flat();

/* Of what there is in these games: a mark that stands nowhere is not explained. */
function keyOf(stories, word) {
  const has = (what) => stories.some((story) => cellsOf(story, word).some((cell) => cell[what]));
  return holderKey(word, { onPaper: has("onPaper"), asked: has("asked") });
}

/* How often it was decided otherwise than most had asked. */
function askedTold(story, word) {
  const cells = cellsOf(story, word);
  const count = cells.filter(({ asked }) => asked).length;
  return word(`debrief.what_happened.asked_${count ? "told" : "so"}`, { count, of: cells.length });
}

function grid(story, word, caption, tidy) {
  const cells = decisionsOf(story, word);
  return decidedTable({ caption, ...headsOf(story, word), cells, tidy: tidy ? "tidy" : "" });
}

/* What was promised and not done, and what nobody promised, in sentences; [] where nothing was promised. */
function promises(story, word) {
  if (!anyPromised(story)) return [];
  const told = promisesTold(story).map(({ kind, task, ...found }) =>
    html("li", "", word(`debrief.promises.${kind}`, { ...found, ...(task && { task: word(`task.${task}.name`) }) })),
  );
  const list = told.length ? html("ul", "promise-lines", ...told) : html("p", "", word("debrief.promises.all_kept"));
  return [block(word("debrief.promises.title"), list)];
}

function counted(boards, word) {
  const story = longestOf(boards);
  const count = (holder, r, k) => boards.filter((board) => board.story.rounds[r]?.tasks[k].holder === holder).length;
  const counts = (r, k) =>
    structure.holders.map((holder) => ({ holder, name: word(`holder.${holder}`), count: count(holder, r, k) }));
  const cells = story.rounds.map((_, r) => story.tasks.map((__, k) => counts(r, k).filter((one) => one.count)));
  return countedTable({ caption: word(TITLE), ...headsOf(story, word), cells });
}
