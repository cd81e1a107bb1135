/* What it cost, and what was left in the purse; several tables have one axis. */
import { chart, figures, lined } from "../../charts/blocks.js";
import { rounds } from "../../charts/by_round.js";
import { lineKey } from "../../charts/keys.js";
import { lineChart } from "../../charts/line.js";
import { moneyOf } from "../../../../state/series.js";
import { figure } from "../../../../state/words.js";
import { html } from "../../../shared/svg.js";

const TITLE = "debrief.what_happened.cost";
const MEASURES = ["cost", "reserve"];

export const picture = {
  perTable: () => true,
  one(shown, { view, word }) {
    const { story } = shown;
    const drawn = [...lined(moneyOf(story, view, word, [story], shown)), ...empty(story, word)];
    return [chart(word(TITLE), drawn, figures(story, MEASURES, word), word)];
  },
  sides(boards, { view, word, size, each, beside }) {
    const stories = boards.map(({ story }) => story);
    const options = (story, board) => moneyOf(story, view, word, stories, beside(board));
    const key = lineKey(options(stories[0], boards[0]));
    return [word(TITLE), [key], each((story, board) => lineChart({ ...options(story, board), size }))];
  },
  panels: (boards, view, word) => MEASURES.map((measure) => money(boards, measure, word)),
  paper: ({ story, view }, word) => lined(moneyOf(story, view, word)),
};

/* After which rounds the purse was empty, as a list of no or one sentence. */
function empty(story, word) {
  const rounds = story.rounds.filter((round) => round.empty).map(({ round }) => round);
  return rounds.length
    ? [html("p", "axis-note small", word("debrief.what_happened.empty", { rounds: rounds.join(", ") }))]
    : [];
}

function money(boards, measure, word) {
  const found = rounds(boards, (round) => round[measure]);
  const all = found.values.flat();
  const max = Math.ceil(Math.max(...all, 1) / 4) * 4;
  const min = Math.floor(Math.min(0, Math.round(Math.min(...all))) / 4) * 4;
  return {
    name: word(`debrief.value.${measure}`),
    kind: measure,
    ...found,
    max,
    min,
    axis: (value) => figure(value, 0),
  };
}
