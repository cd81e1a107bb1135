/* What if: the lines of a game as it went and with a change, in one picture, and what they differ by at the end.
 * The model's answer. */
import { changeOf } from "../../../state/changes.js";
import { lastOf } from "../../../state/lists.js";
import { hundred } from "../../../state/series.js";
import { answersOptions, isUnchanged } from "../../../state/what_if.js";
import { figure } from "../../../state/words.js";
import { NARROW } from "./blocks.js";
import { lineChart } from "./line.js";
import { html, svg } from "../../shared/svg.js";

const MEASURES = ["quality", "ownership", "cost"];
const DRAWN = ["quality", "ownership"]; // on a wall the lines need the room that the cost would take

/** On a `wall` the line of the street, elsewhere also that of ownership. */
export function answersCharts(story, answers, word, wall) {
  if (wall) {
    const others = answers.filter((one) => !isUnchanged(one, story));
    return [lineChart({ ...answersOptions(story, others, word), size: "flat" })];
  }
  return DRAWN.flatMap((measure) => [
    html("p", "side-title", word(`debrief.value.${measure}`)),
    lineChart({ ...answersOptions(story, answers, word, measure), size: NARROW.matches ? "small" : "flat" }),
  ]);
}

/** The key of the lines, and what each answer ends with in the last round: how the street looked and whether it was
 * theirs, off a `wall` also the cost, and how they differ. On a wall those that end the same share a line under it. */
export function answersTable(story, answers, word, wall = false) {
  const measures = wall ? DRAWN : MEASURES;
  const last = lastOf(story.rounds);
  const heads = [word("debrief.what_if.at_the_end"), ...measures.map((name) => word(`debrief.value.${name}`))].map(
    (text) => {
      const cell = html("th", "", text);
      cell.scope = "col";
      return cell;
    },
  );
  const was = row(
    "",
    "quality",
    word("debrief.what_if.as_it_went"),
    measures.map((name) => html("td", "", html("span", "end-figure", shown(name, last[name])))),
  );
  const rows = answers
    .filter((one) => !wall || !isUnchanged(one, story))
    .map(({ letter, kind, name, lines }) =>
      row(
        letter,
        kind,
        name,
        lines.is_same
          ? same(measures.length, word)
          : measures.map((one) => difference(one, lastOf(lines[one]), last[one], word)),
      ),
    );
  const caption = html("caption", "visually-hidden", word("debrief.what_if.lines"));
  return html(
    "table",
    answers.length > 1 ? "answers several" : "answers",
    caption,
    html("thead", "", html("tr", "", ...heads)),
    html("tbody", "", was, ...rows),
  );
}

function row(letter, kind, name, cells) {
  const line = svg("line", { class: `line ${kind}`, x1: 2, x2: 46, y1: 5, y2: 5 });
  const sample = svg("svg", { class: "chart-sample chart", viewBox: "0 0 48 10", "aria-hidden": "true" }, line);
  const called = letter && letter.length <= 2 ? [html("strong", "answer-letter", letter)] : [];
  const head = html("th", "", html("span", "answer-name", sample, ...called, html("span", "", name)));
  head.scope = "row";
  return html("tr", "", head, ...cells);
}

function same(columns, word) {
  const cell = html("td", "answer-same", word("debrief.what_if.same"));
  cell.colSpan = columns;
  return [cell];
}

function difference(name, value, was, word) {
  const by = name === "cost" ? costBy(value, was) : changeOf(value, was);
  const way = by ? (by > 0 ? "better" : "worse") : "equal";
  const arrow = { better: "▲", worse: "▼", equal: "=" }[way];
  const sign = html("span", "end-arrow", arrow);
  sign.setAttribute("aria-hidden", "true");
  const change = by ? [` ${figure(Math.abs(by))}`] : []; // the arrow and the word say which way
  const told = html(
    "span",
    "end-change",
    sign,
    ...change,
    " ",
    html("span", "end-word", word(`debrief.what_if.${way}`)),
  );
  return html("td", "", html("span", "end-figure", shown(name, value)), " ", told);
}

/* Money is written with one decimal. */
const costBy = (value, was) => (Math.round(10 * value) - Math.round(10 * was)) / 10;

function shown(name, value) {
  return name === "cost" ? figure(value) : hundred(value);
}
