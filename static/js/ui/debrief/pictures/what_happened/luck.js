/* How much bad luck was it? Asked first; then the dice turn over round by round, and with the last ones the answer
 * comes: what happened, and what these dice and this street gave on average. Until then no phone shows the dice
 * either. */
import { dieOf, isThrown, luckOf } from "../../../../state/luck.js";
import { MOST_WORDED, roundName } from "../../../../state/film.js";
import { figure } from "../../../../state/words.js";
import { longestOf } from "../../../../state/stories.js";
import { html } from "../../../shared/svg.js";
import { guessed, luckRows } from "../../charts/tally.js";

const SETBACK = "▼";
const MOST_TASKS = 4; // with more there is no room for words under the dice either

export const picture = {
  onPhone: (view) => view.beat > 0,
  one({ story, voices }, { view, word, wall, walls }) {
    const shown = Math.min(view.beat, story.rounds.length);
    if (!shown) return asked(voices, word);
    const hits = (index) => {
      const count = story.rounds[index].tasks.filter(isThrown).length;
      return word(count ? "debrief.luck.hits" : "debrief.luck.none", { count });
    };
    const isHit = (r, k) => isThrown(story.rounds[r].tasks[k]);
    return [
      html("h2", "chart-title", word("debrief.luck.head")),
      ...(wall
        ? [walls.luckKey(story, word), walls.luckGrid(story, shown, word)]
        : [throws(story, shown, { hits, isHit, word })]),
      ...answer([{ story }], shown, voices, word),
    ];
  },
  sides(boards, { view, word, voices }) {
    const story = longestOf(boards);
    const shown = Math.min(view.beat, story.rounds.length);
    if (!shown) return ["", [], asked(voices, word)];
    const isMany = story.rounds.length > MOST_WORDED;
    const hits = (index) => {
      const count = boards.filter(({ story: own }) => own.rounds[index]?.tasks.some(isThrown)).length;
      if (isMany) return `${count}×`;
      return word(count ? "debrief.luck.tables" : "debrief.luck.none", { count, of: boards.length });
    };
    const key = isMany ? [html("p", "axis-note", `3×: ${word("debrief.what_happened.incident_tables")}`)] : [];
    const made = throws(story, shown, { hits, isHit: () => false, word });
    return [word("debrief.luck.head"), key, [made, ...answer(boards, shown, voices, word)]];
  },
  preview: { many: () => ["what_happened.luck", ""], more: () => "what_happened.luck_on" },
};

function asked(voices, word) {
  const count = voices ? guessed(voices.tallies) : 0;
  const told = count ? [html("p", "guessed", word("debrief.luck.guessed", { count }))] : [];
  return [html("p", "story-claim asks", word("debrief.what_happened.luck")), ...told];
}

/* A column of dice for every round; those to come lie closed, so that nothing moves when they are turned over. */
function throws(story, shown, { hits, isHit, word }) {
  const columns = story.rounds.map(({ round, draws }, r) => {
    const isOpen = r < shown;
    const dice = draws.map((draw, k) => {
      if (!isOpen) return html("span", "die closed", "?");
      if (story.rounds[r].tasks[k].setback) return html("span", "die setback", SETBACK); // its throw changed nothing
      return html("span", `die${isHit(r, k) ? " hit" : ""}`, String(dieOf(draw)));
    });
    const head = html("b", "", roundName(round, r, story.rounds.length, word));
    const told = html("p", "luck-hits", isOpen ? hits(r) : "\u00a0");
    const hit = html("p", "luck-hits", isOpen ? setbackOf(story.rounds[r], story, word) : "\u00a0");
    return html("li", "", head, html("div", "luck-dice", ...dice), told, hit);
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

/* With the last dice: what it came to, what it was on average, and what people had guessed. */
function answer(boards, shown, voices, word) {
  const story = longestOf(boards);
  const said = guesses(voices, word);
  const held = said.map(() => html("p", "luck-guesses", "\u00a0")); // so that the last press moves nothing
  if (shown < story.rounds.length) return [html("p", "film-line", word("debrief.luck.low")), ...held];
  const { kind, ...found } = luckOf(boards.map((board) => board.story));
  const told = html("p", "film-line", answered(kind, found, boards.length, word));
  return [told, ...said];
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
