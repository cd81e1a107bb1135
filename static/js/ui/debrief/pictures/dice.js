/* The dice, what went wrong with them, and what people had guessed. The dice were the same everywhere: for several tables it says at how many. */
import { block, headsOf } from "../charts/blocks.js";
import { diceTable } from "../charts/grids.js";
import { hitKey } from "../charts/keys.js";
import { html } from "../../shared/svg.js";
import { guessed, luckRows, tallyList } from "../charts/tally.js";

export const dice = {
  sourced: true,
  one: ({ story, voices }, { word, wall }) => [block(word("debrief.what_happened.incidents"), ofOne(story, word, wall)), ...guesses(word, voices)],
  sides: (boards, { word, voices }) => [word("debrief.what_happened.incidents"), [], [ofAll(boards, word), ...guesses(word, voices)]],
  paper: ({ story }, word) => [ofOne(story, word, false)],
  preview: { many: () => ["what_happened.dice.many", ""] },
};

function drawn(story, word, happened, key) {
  const throws = story.rounds.map((round) => round.draws);
  return diceTable({ caption: word("debrief.what_happened.dice"), ...headsOf(story, word), throws, happened, key });
}

function ofOne(story, word, wall) {
  const told = word("ui.tag.incident");
  const incident = wall ? { shown: "!", told } : told;
  const happened = story.rounds.map((round) => round.tasks.map((task) => (task.incident ? incident : "")));
  return drawn(story, word, happened, wall ? [hitKey("!", told)] : []);
}

function ofAll(boards, word) {
  const at = (r, k) => boards.filter(({ story }) => story.rounds[r]?.tasks[k].incident).length;
  const hits = (count) => count && { shown: `${count}×`, told: word("debrief.what_happened.at_tables", { count }) };
  const [{ story }] = boards;
  const happened = story.rounds.map((round, r) => round.tasks.map((_, k) => hits(at(r, k))));
  return drawn(story, word, happened, [hitKey("3×", word("debrief.what_happened.incident_tables"))]);
}

/* What was guessed, as a list of no or one block. */
function guesses(word, voices) {
  if (!voices || !guessed(voices.tallies)) return [];
  const title = html("h3", "guesses-title", word("debrief.luck.title"));
  return [html("section", "guesses", title, tallyList(luckRows(voices.tallies, word), "luck"))];
}
