/* What the replays and the doubts have in common: the own line of quality with the model's answers beside it, and
 * what they end with. */
import { chart, lineFigures, NARROW } from "../charts/blocks.js";
import { lineKey } from "../charts/keys.js";
import { lineChart } from "../charts/line.js";
import { hundred } from "../../../state/series.js";
import { html } from "../../shared/svg.js";
import { answersCharts, answersTable } from "../charts/what_if.js";
import { answersOf, answersOptions, isCrowded } from "../../../state/what_if.js";
import { hasWord } from "../../../state/words.js";
import { lastOf } from "../../../state/lists.js";

/** A picture called `title`, which says `none` while `isEmpty(view)`; the panel calls that `empty`. */
export function answers({ title, none, code, empty, isEmpty }) {
  const announced = (view) => [isEmpty(view) ? empty : code, ""];
  return {
    perTable: () => true,
    one: (shown, scene) => [drawn(shown, scene, title, none)],
    sides: (boards, scene) => beside(scene, title, none),
    panels: (boards, view, word) => [ends(boards, view, word)],
    preview: { one: announced, many: (view) => [announced(view)[0], "sides"], compared: (view) => announced(view)[0] },
  };
}

function drawn({ story, findings }, { view, word, wall }, title, none) {
  const found = findings ? answersOf(findings, view, word) : [];
  const empty = found.length ? [] : [html("p", "story-claim", word(none))];
  const lines = found.length
    ? answersCharts(story, found, word, wall)
    : [lineChart({ ...answersOptions(story, found, word), size: NARROW.matches ? "small" : "flat" })];
  const told = found.length
    ? [answersTable(story, found, word, wall), ...notes(view, word, wall && isCrowded(found))]
    : [];
  const figure = chart(
    word(title),
    [...empty, ...lines, ...told],
    lineFigures(answersOptions(story, found, word), word),
    word,
  );
  figure.classList.add("what-if");
  return figure;
}

/* Whose answer it is; where an answer might be taken for more than it says, what it does not say. A `brief` one has
 * one line for all. */
function notes({ part, what_ifs: kept }, word, brief) {
  const isReacting = ({ code }) => code.startsWith("funding.");
  if (brief) {
    const code = kept.some(isReacting) ? "reacts_short" : "model_answer";
    return [html("p", "model-answer", word(`debrief.what_if.${code}`))];
  }
  const codes = part === "doubt" ? [] : kept.map(({ code }) => `debrief.what_if_note.${code}`).filter(hasWord);
  if (part !== "doubt" && kept.some(isReacting)) codes.push("debrief.what_if.reacts");
  const plain = part === "doubt" ? "debrief.model" : "debrief.what_if.model_answer";
  return (codes.length ? codes : [plain]).map((code) => html("p", "model-answer", word(code)));
}

function beside({ view, word, shown, size, each }, title, none) {
  const [first] = shown;
  const named = answersOf(first.findings, view, word);
  const options = (story, findings) => answersOptions(story, answersOf(findings, view, word), word);
  // All of them: what changes nothing at the first table has no line there, and one elsewhere.
  const was = { name: word("debrief.what_if.as_it_went"), kind: "quality" };
  const key = lineKey({ ...options(first.story, first.findings), series: [was, ...named] });
  const empty = named.length ? [] : [html("p", "story-claim", word(none))];
  return [
    word(title),
    [...empty, key],
    each((story, { findings }) => {
      const lines = lineChart({ ...options(story, findings), size });
      lines.classList.add("of-answers");
      return lines;
    }),
  ];
}

function ends(boards, view, word) {
  const named = answersOf(boards[0].findings, view, word);
  const end = ({ findings }, index) => lastOf(answersOf(findings, view, word)[index].lines.quality);
  const values = [
    boards.map(({ story }) => lastOf(story.rounds).quality),
    ...named.map((_, index) => boards.map((board) => end(board, index))),
  ];
  const name = `${word("debrief.value.quality")} · ${word("debrief.what_if.at_the_end").toLowerCase()}`;
  const labels = [word("debrief.what_if.short_was"), ...named.map(({ letter }) => letter)];
  return { name, kind: "quality", labels, values, axis: hundred };
}
