/* The circle of a table: four states with its own figures and the verbs between them, arrow by arrow; people say the
 * next state first. Then the purse, or for a table that turned the circle it went round in afterwards. */
import { circleOf, circlesOf, isRising } from "../../../../state/circle.js";
import { frameOf, underOf } from "../../../../state/film.js";
import { figure } from "../../../../state/words.js";
import { html, svg, table } from "../../../shared/svg.js";
import { hundred } from "../../../../state/series.js";
import { plotOf, stillOf } from "../../stills.js";

const CLOSED = 3; // presses until all four arrows stand
const MOST_NAMED = 6; // tables with figures of their own
const DOWN = {
  states: ["alone", "better", "home", "less_ours"],
  verbs: ["done", "not_needed", "lost", "more_left"],
};
const UP = {
  states: ["along", "ours", "better", "come"],
  verbs: ["attaches", "succeeds", "draws", "someone"],
};

export const picture = {
  small: true,
  one({ story, film }, { view, word, wall }) {
    const circles = circlesOf(story);
    const isSecond = circles.length > 1 && view.beat > CLOSED;
    const circle = circleOf(story, film, circles[isSecond ? 1 : 0]);
    const beat = isSecond ? CLOSED : view.beat;
    const hasPurse = view.beat > CLOSED && !isSecond;
    const head = html("h2", "chart-title", word(`debrief.circle.${headOf({ beat, isSecond, hasPurse })}`));
    return [head, ring(circle, { story, film, beat, word, hasPurse, from: wall ? 0 : Math.min(beat, CLOSED) })];
  },
  sides: (boards, { word }) => ["", [], [unrolled(boards, word)]],
  preview: { many: () => ["pattern.circle.many", ""] },
};

function headOf({ beat, isSecond, hasPurse }) {
  if (isSecond) return "second";
  if (hasPurse) return "money";
  return beat < CLOSED ? "ask" : "around";
}

/* `beat` is how far it is told: two states and an arrow at first. A phone begins with the state `from`, the newest
 * arrow: the circle is on the wall. */
function ring(circle, { story, film, beat, word, hasPurse = false, from = 0 }) {
  const { states, verbs } = circle.isUp ? UP : DOWN;
  const list = html("ol", "circle");
  states.forEach((state, i) => {
    if (i < from) return;
    const isTold = i <= beat + 1;
    if (from && !isTold) return;
    const told = isTold ? stateOf(state, circle, { story, film, word, hasPurse }) : [html("b", "ask", "?")];
    list.append(html("li", `state at-${i + 1}${isTold ? "" : " untold"}`, ...told));
    if (i <= beat)
      list.append(html("li", `verb from-${i + 1}`, arrow(), html("span", "", word(`debrief.circle.verb.${verbs[i]}`))));
  });
  if (hasPurse) list.append(html("li", "circle-purse", ...purseOf(circle, word)));
  return list;
}

function stateOf(state, circle, { story, film, word, hasPurse }) {
  const name = html("span", "", word(`debrief.circle.${state}`));
  const told = html("p", "", name, html("b", "figure", ...FIGURES[state](circle, word, hasPurse)));
  return [vignette(state, circle, story, film, word), told];
}

const FIGURES = {
  alone: ({ alone, moments }, word) => [word("debrief.circle.times", { count: alone, of: moments })],
  along: ({ along, moments }, word) => [word("debrief.circle.times", { count: along, of: moments })],
  home: ({ came, evenings }, word) => [word("debrief.circle.evenings", { count: evenings - came, of: evenings })],
  come: ({ came, evenings }, word) => [word("debrief.circle.evenings", { count: came, of: evenings })],
  less_ours: ({ own }) => [fromTo(...own)],
  ours: ({ own }) => [fromTo(...own)],
  better({ isUp, quality }, word, hasPurse) {
    if (isUp) return [fromTo(quality.low, quality.last)];
    const to = hundred(quality.top);
    const risen =
      quality.top > quality.first ? fromTo(quality.first, quality.top) : word("debrief.circle.at_once", { to });
    return hasPurse ? [risen, html("i", "", ` → ${hundred(quality.last)}`)] : [risen];
  },
};

const fromTo = (from, to) => `${hundred(from)} → ${hundred(to)}`;

/* The street of the state: all of it where it looks better, else the task where the state shows most. */
function vignette(state, circle, story, film, word) {
  const { isUp, best, last } = circle;
  const frame = frameOf(story, film, isUp ? last : best);
  if (state === "better") return stillOf(frame, "film", word);
  if (state === "ours" || state === "less_ours") {
    const under = { ...frameOf(story, film, last), undercurrent: underOf(story, last) };
    return plotOf(
      under,
      mostOf(under.undercurrent.tasks, ({ ownership }) => (isUp ? ownership : -ownership)),
      word,
    );
  }
  const by = { alone: "took_over", along: "worked_along", come: "joined" }[state];
  return plotOf(
    frame,
    mostOf(frame.tasks, (task) => (by ? task[by] : -task.joined)),
    word,
  );
}

const mostOf = (tasks, valueOf) =>
  tasks.reduce((most, task, k) => (valueOf(task) > valueOf(tasks[most]) ? k : most), 0);

function purseOf({ purse, empty }, word) {
  const money = (amount) => `€ ${figure(Math.round(amount * 10) * 100, 0)}`;
  const told = html(
    "p",
    "",
    html("span", "", word("debrief.circle.purse")),
    html("b", "figure", purse.map(money).join(" → ")),
  );
  if (empty === null) return [told];
  return [told, html("p", "later", word("debrief.circle.empty", { round: empty + 1 }))];
}

/* Points to the right; where it stands turns it. */
function arrow() {
  const drawn = svg("path", { d: "M4 20H60M44 6L62 20L44 34" });
  return svg("svg", { viewBox: "0 0 68 40", class: "circle-arrow", "aria-hidden": "true" }, drawn);
}

/* Several tables: the circle unrolled, those that went round one way and those that went the other way; with their
 * figures while there is room for them, else how many there are. */
function unrolled(boards, word) {
  const wentUp = ({ story }) => isRising(story, circlesOf(story)[0]);
  const groups = [boards.filter((board) => !wentUp(board)), boards.filter(wentUp)];
  const drawn = groups.flatMap((group, i) => (group.length ? [wayOf(group, [DOWN, UP][i], word)] : []));
  return html("div", "circle-ways", ...drawn);
}

function wayOf(boards, { states, verbs }, word) {
  const heads = states.map((state) => word(`debrief.circle.${state}`));
  if (boards.length > MOST_NAMED || !boards.every(({ film }) => film.length)) {
    const way = heads.flatMap((head, i) => [
      html("span", "", head),
      html("i", "", `${word(`debrief.circle.verb.${verbs[i]}`)} →`),
    ]);
    const count = html("b", "figure", word("debrief.what_happened.at_tables", { count: boards.length }));
    return html("section", "circle-way", count, html("p", "", ...way));
  }
  const rows = boards.map(({ table: number, story, film }) => {
    const circle = circleOf(story, film, circlesOf(story)[0]);
    return [word("debrief.table", { table: number }), ...states.map((state) => FIGURES[state](circle, word)[0])];
  });
  return table(word("debrief.circle.around"), [word("debrief.side_table"), ...heads.map((head) => `${head} →`)], rows);
}
