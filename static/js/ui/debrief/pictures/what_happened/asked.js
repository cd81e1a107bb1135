/* What was asked and what was decided: a grid for each of two tables, for more of them how many decided what. */
import { block, headsOf, NARROW } from "../../charts/blocks.js";
import { countedTable, decidedTable } from "../../charts/grids.js";
import { holderKey, promisedKey } from "../../charts/keys.js";
import { decisionsOf } from "../../../../state/series.js";
import { anyPromised, promisesTold } from "../../../../state/promises.js";
import { longestOf } from "../../../../state/stories.js";
import { structure } from "../../../../state/structure.js";
import { html } from "../../../shared/svg.js";

const GRIDS = 2;
const WIDE_CELLS = 6; // with more rounds a wall has no room for figures beside the marks; phones and paper have them
const TITLE = "debrief.what_happened.asked_decided";

export const picture = {
  perTable: (count) => count <= GRIDS,
  one({ story }, { word, wall }) {
    const tidy = wall || NARROW.matches;
    const isKept = anyPromised(story) && !(wall && story.rounds.length > WIDE_CELLS);
    const keys = [...(tidy ? [holderKey(word, true)] : []), ...(isKept ? [promisedKey(word)] : [])];
    const drawn = block(word(TITLE), ...keys, grid(story, word, word(TITLE), tidy, isKept));
    return wall ? [drawn] : [drawn, ...promises(story, word)];
  },
  sides(boards, { word, each }) {
    if (boards.length > GRIDS) return [word(TITLE), [holderKey(word, false)], [counted(boards, word)]];
    const caption = (table) => `${word("debrief.table", { table })}: ${word(TITLE)}`;
    const draw = (story, { table }) => grid(story, word, caption(table), true, false); // figures take a line more
    return [word(TITLE), [holderKey(word, true)], each(draw, 1)]; // one above the other: a row of marks needs the width
  },
  paper: ({ story }, word) => [
    holderKey(word, true),
    ...(anyPromised(story) ? [promisedKey(word)] : []),
    grid(story, word, word(TITLE), true),
    ...promises(story, word),
  ],
  preview: {
    many: (view, tables) => (tables <= GRIDS ? ["what_happened.asked", "sides"] : ["what_happened.asked.many", ""]),
  },
};

function grid(story, word, caption, tidy, isKept = true) {
  const decided = decisionsOf(story, word);
  const cells = isKept ? decided : decided.map((round) => round.map((cell) => ({ ...cell, promised: null })));
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
