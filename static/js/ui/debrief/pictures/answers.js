/* What the replays and the doubts have in common: the own line of quality with the model's answers beside it, and
 * what they end with. */
import { chart, lineFigures, NARROW } from "../charts/blocks.js";
import { lineKey } from "../charts/keys.js";
import { lineChart } from "../charts/line.js";
import { hundred } from "../../../state/series.js";
import { html } from "../../shared/svg.js";
import { answersCharts, answersTable } from "../charts/what_if.js";
import { answersOf, answersOptions, isUnchanged } from "../../../state/what_if.js";
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
    ? [
        answersTable(story, found, word, wall),
        ...(wall ? unchanged(found, story, word) : []),
        ...notes(view, word, wall),
      ]
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

/* Which answers end as it went, as a list of no or one line. */
function unchanged(answers, story, word) {
  const same = answers.filter((one) => isUnchanged(one, story)).map(({ name }) => name);
  const names = same.filter((name) => !same.some((other) => name.startsWith(`${other}, `))); // nor where people react
  return names.length
    ? [html("p", "model-answer", word("debrief.what_if.unchanged", { names: names.join("; ") }))]
    : [];
}

/* Whose answer it is; off a wall, where an answer might be taken for more than it says, what it does not say. */
function notes({ part, what_ifs: kept }, word, wall) {
  const isReacting = ({ code }) => code.startsWith("funding.");
  const note = (code) => html("p", "model-answer", word(code));
  if (part === "doubt") return [note("debrief.model")];
  if (wall) return [note("debrief.what_if.model_answer")];
  const codes = kept.map(({ code }) => `debrief.what_if_note.${code}`).filter(hasWord);
  if (kept.some(isReacting)) codes.push("debrief.what_if.reacts");
  return (codes.length ? codes : ["debrief.what_if.model_answer"]).map(note);
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
