/* What was asked, what was decided, what was promised where the table talked, and what was done: a row each, every mark
 * under its own house. */
import { decidedOf } from "../../../../state/decided.js";
import { frameOf, mostAsked, MOST_WORDED, roundName } from "../../../../state/film.js";
import { MIXED } from "../../../../state/holders.js";
import { anyPromised, promisedHolder, promisesCounted } from "../../../../state/promises.js";
import { holderMark } from "../../../shared/marks.js";
import { html, scrolled, svg, table } from "../../../shared/svg.js";
import { holderKey } from "../../charts/keys.js";
import { stillOf } from "../../stills.js";

const BEATS = { asked: 0, decided: 1, promised: 2, done: 2 }; // the press that each row comes with

export const picture = {
  one({ story, film }, { view, word, wall, walls }) {
    const rows = rowsOf(story);
    const told = rows.filter((row) => BEATS[row] <= view.beat);
    const drawn = wall
      ? scrolled(tableOf(story, film, rows, told, word), word("debrief.gap.title"))
      : columnsOf(story, told, word);
    const line = told.length === rows.length ? [html("p", "film-line", countedOf([{ story }], "", word))] : [];
    const key = holderKey(word, false);
    const otherwise = line.length ? otherwiseOf(story) : null;
    const keyed = wall && walls.gapKey(key, story, { none: NONE, seen: nonesIn(told, story), otherwise }, word);
    return [...(keyed || [key]), drawn, ...line];
  },
  sides(boards, { view, word, walls: { gapRows, isInWords, rowsKey } }) {
    const line = (told) => html("p", "film-line", told);
    const which = view.beat ? "" : "ask_";
    const rows = gapRows(boards, view.beat > 0, word, (board) => line(countedOf([board], which, word)));
    const inAll = isInWords(boards) ? [] : [countedOf(boards, which, word)];
    const told = [...inAll, ...(view.beat ? promisesTold(boards, word) : [])];
    return ["", [rowsKey(word)], [rows, ...(told.length ? [line(told.join(" "))] : [])]];
  },
  preview: { many: () => ["what_happened.gap", ""] },
};

/* What was promised is a row where the table was asked for it. */
function rowsOf(story) {
  return Object.keys(BEATS).filter((row) => row !== "promised" || anyPromised(story));
}

/* On a phone, where rounds beside one another have no room. */
function columnsOf(story, rows, word) {
  const heads = rows.map((row) => word(`debrief.gap.${row}`));
  const drawn = table(word("debrief.gap.title"), [word("debrief.round"), ...heads], []);
  drawn.className = "gap-table gap-columns";
  drawn.tBodies[0].append(
    ...story.rounds.map((round) => {
      const name = html("th", "", String(round.round));
      name.scope = "row";
      return html("tr", "", name, ...rows.map((row) => html("td", "", marksOf(row, story, round, word))));
    }),
  );
  return drawn;
}

function tableOf(story, film, rows, told, word) {
  const grid = html("table", "gap-table", html("caption", "visually-hidden", word("debrief.gap.title")));
  grid.classList.toggle("has-promises", rows.includes("promised"));
  const isMany = story.rounds.length > MOST_WORDED;
  grid.dataset.size = isMany ? "many" : "few";
  grid.dataset.across = Math.ceil(story.tasks.length / 2);
  const heads = story.rounds.map((round, index) => {
    const named = isMany ? String(round.round) : roundName(round.round, index, story.rounds.length, word);
    const head = html("th", "", named);
    head.scope = "col";
    head.append(stillOf(frameOf(story, film, index), "film", word));
    return head;
  });
  grid.append(html("thead", "", html("tr", "", html("td", "", isMany ? word("debrief.round") : ""), ...heads)));
  const body = html("tbody");
  for (const row of rows) {
    const name = html("th", "", word(`debrief.gap.${row}`), ...byWhom(row, story, word));
    name.scope = "row";
    const isTold = told.includes(row);
    const cells = story.rounds.map((round) => html("td", "", marksOf(isTold ? row : null, story, round, word)));
    body.append(html("tr", isTold ? "" : "untold", name, ...cells));
  }
  grid.append(body);
  return grid;
}

/* Who asked and who decided; and from which round on the table was asked what it promised. */
function byWhom(row, { rounds }, word) {
  if (row === "done") return [];
  const first = rounds.find(({ tasks }) => tasks.some(({ promises }) => promises.length));
  return [html("small", "", word(`debrief.gap.by.${row}`, { round: first?.round ?? 1 }))];
}

/* The marks of a round in the order of its tasks, with their words for who does not see them. */
function marksOf(row, story, round, word) {
  const marks = html("div", "gap-marks");
  if (!row) return marks;
  marks.append(
    ...story.tasks.map((code, k) => {
      const holder = HOLDER[row](round.tasks[k]);
      const none = noneOf(row, holder);
      const name = word(holder ? `holder.${holder}` : `debrief.gap.${none}`);
      const told = html("span", "visually-hidden", `${word(`task.${code}.name`)}: ${name}. `);
      const isOther = row === "done" && isOtherwise(round.tasks[k]);
      return html("span", `gap-mark${isOther ? " otherwise" : ""}`, holder ? holderMark(holder) : NONE[none](), told);
    }),
  );
  return marks;
}

function noneOf(row, holder) {
  if (row === "promised" && holder === null) return "unasked";
  return row === "asked" ? "split" : "nobody";
}

/* What there is in these rows where no holder is. */
function nonesIn(rows, story) {
  const tasks = story.rounds.flatMap((round) => round.tasks);
  const holders = rows.flatMap((row) => tasks.map((task) => [row, HOLDER[row](task)]));
  return new Set(holders.filter(([, holder]) => !holder).map(([row, holder]) => noneOf(row, holder)));
}

const isOtherwise = ({ holder, done }) => done !== holder;

/* How often it was done otherwise than was decided. */
function otherwiseOf({ rounds }) {
  const tasks = rounds.flatMap((round) => round.tasks);
  return { count: tasks.filter(isOtherwise).length, of: tasks.length };
}

const HOLDER = {
  asked: mostAsked,
  decided: (task) => task.holder,
  promised: promisedHolder,
  done: (task) => task.done,
};

/* Where there is no holder: two were asked as often, nobody did or promised it, or it was before anybody talked. */
const NONE = {
  split: () => noMark(svg("path", { class: "mark-nobody", d: "M5 12H19" })),
  nobody: () => noMark(svg("circle", { class: "mark-nobody", cx: 12, cy: 12, r: 8.5 })),
  unasked: () => noMark(),
};

function noMark(...drawn) {
  return svg("svg", { class: "holder-mark", viewBox: "0 0 24 24", "aria-hidden": "true" }, ...drawn);
}

/* Of `boards` together, what was decided and how much of it was done, or with `ask_` before the room sees that. */
function countedOf(boards, which, word) {
  const { holder, ...counts } = decidedOf(boards.map(({ story }) => story));
  const told = { holder: word(`holder.${holder}`), ...counts };
  return word(`debrief.gap.${which}${holder === MIXED ? "counted" : "others"}`, told);
}

/* What came of what was promised, in a list of no or one sentence. */
function promisesTold(boards, word) {
  const stories = boards.map(({ story }) => story);
  if (!stories.some(anyPromised)) return [];
  const kept = promisesCounted(stories);
  return [word(`debrief.gap.${kept.promised ? "kept" : "unkept"}`, kept)];
}
