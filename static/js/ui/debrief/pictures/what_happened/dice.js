/* The dice, what went wrong with them, and what people had guessed. The dice were the same everywhere: for several
 * tables it says at how many. */
import { block, headsOf } from "../../charts/blocks.js";
import { diceTable } from "../../charts/grids.js";
import { hitKey } from "../../charts/keys.js";
import { longestOf } from "../../../../state/stories.js";
import { html } from "../../../shared/svg.js";
import { guessed, luckRows, tallyList } from "../../charts/tally.js";

const MARK = "▼";
const SETBACK = "debrief.what_happened.setback";

export const picture = {
  one: ({ story, voices }, { word, wall }) => [
    block(word("debrief.what_happened.incidents"), ofOne(story, word, wall), ...aboutSetbacks(story, word)),
    ...guesses(word, voices),
  ],
  sides: (boards, { word, voices }) => [
    word("debrief.what_happened.incidents"),
    [],
    [ofAll(boards, word), ...aboutSetbacks(longestOf(boards), word), ...guesses(word, voices)],
  ],
  paper: ({ story }, word) => [ofOne(story, word, false)],
  preview: { many: () => ["what_happened.dice.many", ""] },
};

function drawn(story, word, happened, key) {
  // What came to every table hangs on no throw, so none is shown there.
  const throws = story.rounds.map(({ draws, tasks }) => draws.map((draw, k) => (tasks[k].setback ? null : draw)));
  return diceTable({ caption: word("debrief.what_happened.dice"), ...headsOf(story, word), throws, happened, key });
}

function ofOne(story, word, wall) {
  const told = word("ui.tag.incident");
  const incident = wall ? { shown: "!", told } : told;
  const setback = wall ? setbackMark(word) : word(SETBACK);
  const happened = story.rounds.map((round) =>
    round.tasks.map((task) => (task.setback ? setback : task.incident ? incident : "")),
  );
  return drawn(story, word, happened, wall ? [hitKey("!", told), ...setbackKey(story, word)] : []);
}

/* A setback hangs on no throw: it has a mark of its own, also where incidents have a word. */
function setbackMark(word) {
  return { shown: MARK, told: word(SETBACK) };
}

function setbackKey(story, word) {
  return hasSetbacks(story) ? [hitKey(MARK, word(SETBACK))] : [];
}

function hasSetbacks(story) {
  return story.rounds.some((round) => round.tasks.some((task) => task.setback));
}

/* What a setback is, as a list of no or one sentence. */
function aboutSetbacks(story, word) {
  return hasSetbacks(story) ? [html("p", "axis-note small", word("debrief.what_happened.setbacks"))] : [];
}

function ofAll(boards, word) {
  const at = (r, k) => boards.filter(({ story }) => story.rounds[r]?.tasks[k].incident).length;
  const hits = (count) => count && { shown: `${count}×`, told: word("debrief.what_happened.at_tables", { count }) };
  const story = longestOf(boards);
  const happened = story.rounds.map((round, r) =>
    round.tasks.map((task, k) => (task.setback ? setbackMark(word) : hits(at(r, k)))),
  );
  return drawn(story, word, happened, [
    hitKey("3×", word("debrief.what_happened.incident_tables")),
    ...setbackKey(story, word),
  ]);
}

/* What was guessed, as a list of no or one block. */
function guesses(word, voices) {
  if (!voices || !guessed(voices.tallies)) return [];
  const title = html("h3", "guesses-title", word("debrief.luck.title"));
  return [html("section", "guesses", title, tallyList(luckRows(voices.tallies, word), "luck"))];
}
