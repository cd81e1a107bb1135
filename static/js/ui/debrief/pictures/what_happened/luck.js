/* How much bad luck was it? Asked first; then what was guessed stands beside the closed dice, these turn over one by
 * one, and the answer comes: what happened, and what these dice and this street gave on average. On phones they lie
 * open with the answer. */
import { isThrown, luckOf } from "../../../../state/luck.js";
import { MOST_WORDED, roundName } from "../../../../state/film.js";
import { figure } from "../../../../state/words.js";
import { html } from "../../../shared/svg.js";
import { headsOf } from "../../charts/blocks.js";
import { diceTable } from "../../charts/grids.js";
import { guessed, luckRows } from "../../charts/tally.js";

const [TURNED, ANSWERED] = [2, 3]; // presses
const SETBACK = "↯";
const MOST_TASKS = 4; // with more there is no room for words under the dice either

export const picture = {
  onPhone: (view) => view.beat > 0,
  one({ story, voices }, { view, word, wall, walls }) {
    if (!view.beat) return asked(voices, word);
    const isOpen = view.beat >= (wall ? TURNED : ANSWERED); // a phone is never ahead of a die that turns on the wall
    const turn = wall ? walls.luckTurns(story, view.beat === TURNED, view.beat < TURNED) : (node) => node;
    const hits = (index) => {
      const count = story.rounds[index].tasks.filter(isThrown).length;
      return word(count ? "debrief.luck.hits" : "debrief.luck.none", { count });
    };
    const isHit = (r, k) => isThrown(story.rounds[r].tasks[k]);
    return [
      html("h2", "chart-title", word("debrief.luck.head")),
      ...(wall
        ? [walls.luckKey(story, word), walls.luckGrid(story, isOpen, turn, word)]
        : [throws(story, { isOpen, turn, hits, isHit, word })]),
      ...answer([{ story }], view.beat, voices, word),
    ];
  },
  sides: (boards, scene) => scene.walls.luckSides(boards, scene, { asked, throws, answer, turned: TURNED }),
  paper: ({ story }, word) => [thrownTable(story, word)],
  preview: { many: () => ["what_happened.luck", ""] },
};

/* What came to every table hangs on no throw, so none is shown there. */
function thrownTable(story, word) {
  const of = (each) => story.rounds.map((round) => round.tasks.map((task, k) => each(task, round.draws[k])));
  const throws = of((task, draw) => (task.setback ? null : draw));
  const happened = of(({ setback, incident }) =>
    setback ? word("debrief.what_happened.setback") : incident ? word("ui.tag.incident") : "",
  );
  return diceTable({ caption: word("debrief.what_happened.dice"), ...headsOf(story, word), throws, happened });
}

function asked(voices, word) {
  const count = voices ? guessed(voices.tallies) : 0;
  const told = count ? [html("p", "guessed", word("debrief.luck.guessed", { count }))] : [];
  return [html("p", "story-claim asks", word("debrief.what_happened.luck")), ...told];
}

/* A column of dice for every round; closed they take the same room, so that nothing moves when they are turned over. */
function throws(story, { isOpen, turn, hits, isHit, word }) {
  const columns = story.rounds.map(({ round, draws }, r) => {
    const dice = draws.map((_, k) => {
      if (!isOpen) return html("span", "die closed", "?");
      if (story.rounds[r].tasks[k].setback) return turn(html("span", "die setback", SETBACK), r, k); // no throw's doing
      return turn(html("span", `die${isHit(r, k) ? " hit" : ""}`, isHit(r, k) ? "!" : ""), r, k);
    });
    const head = html("b", "", roundName(round, r, story.rounds.length, word));
    const say = (told) => turn(html("p", "luck-hits", isOpen ? told : "\u00a0"), r, draws.length - 1);
    const said = [hits(r), setbackOf(story.rounds[r], story, word)].map(say);
    return html("li", "", head, html("div", "luck-dice", ...dice), ...said);
  });
  const rounds = html("ol", "luck-rounds", ...columns);
  rounds.dataset.size = columns.length > MOST_WORDED ? "many" : "few";
  return rounds;
}

const isCrowded = ({ rounds, tasks }) => rounds.length > MOST_WORDED || tasks.length > MOST_TASKS;

/* What came to every table in a round, whatever was thrown. */
function setbackOf({ tasks }, story, word) {
  const count = tasks.filter(({ setback }) => setback).length;
  if (!count) return "\u00a0";
  return isCrowded(story) ? `${count} ${SETBACK}` : word("debrief.luck.setbacks", { mark: SETBACK, count });
}

/* What people had guessed, and above it at the last press what it came to and what it was on average. */
function answer(boards, beat, voices, word) {
  const said = guesses(voices, word);
  if (beat < ANSWERED) return [html("p", "film-line", word("debrief.luck.low")), ...said];
  const { kind, ...found } = luckOf(boards.map((board) => board.story));
  return [html("p", "film-line", answered(kind, found, boards.length, word)), ...said];
}

/* Of several tables what a table had, so that it is a number to hold one's own against. */
function answered(kind, { hits, of, average }, tables, word) {
  if (tables === 1) return word(`debrief.luck.answer.${kind}`, { hits, of, average: figure(average, 0) });
  const each = { hits: figure(hits / tables, 1), average: figure(average / tables, 1) };
  return word(`debrief.luck.answer.tables.${kind}`, each);
}

/* What people had guessed, in one line. */
function guesses(voices, word) {
  if (!voices || !guessed(voices.tallies)) return [];
  const rows = luckRows(voices.tallies, word).filter(({ count }) => count);
  const all = rows.flatMap(({ name, count }, index) => [index ? " · " : "", html("b", "", `${name} ${count}×`)]);
  return [html("p", "luck-guesses", `${word("debrief.luck.yours")}: `, ...all)];
}
