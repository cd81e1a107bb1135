/* What was asked, what was decided and what was done: a row each, every mark under its own house. */
import { frameOf, mostAsked } from "../../../../state/film.js";
import { holderMark } from "../../../shared/marks.js";
import { html, scrolled, svg, table } from "../../../shared/svg.js";
import { holderKey } from "../../charts/keys.js";
import { stillOf } from "../../stills.js";

const MOST_NAMED = 12;
const ROWS = ["asked", "decided", "done"];

export const picture = {
  one({ story, film }, { view, word, wall }) {
    const rows = ROWS.slice(0, view.beat + 1);
    const drawn = wall ? tableOf(story, film, rows, word) : columnsOf(story, rows, word);
    const told = rows.length === ROWS.length ? [html("p", "film-line", summary([{ story }], word))] : [];
    return [holderKey(word, false), wall ? scrolled(drawn, word("debrief.gap.title")) : drawn, ...told];
  },
  sides(boards, { word }) {
    const told = html("p", "film-line", summary(boards, word));
    return ["", [], boards.length <= MOST_NAMED ? [byTable(boards, word), told] : [told]];
  },
  preview: { many: () => ["what_happened.gap", ""] },
};

/* On a phone, where rounds beside one another have no room. */
function columnsOf(story, rows, word) {
  const heads = rows.map((row) => word(`debrief.gap.${row}`));
  const drawn = table(word("debrief.gap.title"), ["", ...heads], []);
  drawn.className = "gap-table";
  drawn.tBodies[0].append(
    ...story.rounds.map((round) => {
      const name = html("th", "", word("debrief.round_head", { round: round.round }));
      name.scope = "row";
      return html("tr", "", name, ...rows.map((row) => html("td", "", marksOf(row, story, round, word))));
    }),
  );
  return drawn;
}

function tableOf(story, film, rows, word) {
  const grid = html("table", "gap-table", html("caption", "visually-hidden", word("debrief.gap.title")));
  const heads = story.rounds.map((round, index) => {
    const head = html("th", "", word("debrief.round_head", { round: round.round }));
    head.scope = "col";
    head.append(stillOf(frameOf(story, film, index), "film", word));
    return head;
  });
  grid.append(html("thead", "", html("tr", "", html("td"), ...heads)));
  const body = html("tbody");
  for (const row of ROWS) {
    const name = html("th", "", word(`debrief.gap.${row}`));
    name.scope = "row";
    const isTold = rows.includes(row);
    const cells = story.rounds.map((round) => html("td", "", marksOf(isTold ? row : null, story, round, word)));
    body.append(html("tr", isTold ? "" : "untold", name, ...cells));
  }
  grid.append(body);
  return grid;
}

/* The marks of a round in the order of its tasks, with their words for who does not see them. */
function marksOf(row, story, round, word) {
  const marks = html("div", "gap-marks");
  if (!row) return marks;
  marks.append(
    ...story.tasks.map((code, k) => {
      const holder = HOLDER[row](round.tasks[k]);
      const none = row === "asked" ? "split" : "nobody";
      const name = word(holder ? `holder.${holder}` : `debrief.gap.${none}`);
      const told = html("span", "visually-hidden", `${word(`task.${code}.name`)}: ${name}. `);
      return html("span", "gap-mark", holder ? holderMark(holder) : NONE[none](), told);
    }),
  );
  return marks;
}

const HOLDER = {
  asked: mostAsked,
  decided: (task) => task.holder,
  done: (task) => task.done,
};

/* Where there is no holder: two were asked as often, or nobody did it. */
const NONE = { split, nobody };

function split() {
  const dash = svg("path", { class: "mark-nobody", d: "M5 12H19" });
  return svg("svg", { class: "holder-mark", viewBox: "0 0 24 24", "aria-hidden": "true" }, dash);
}

function nobody() {
  const ring = svg("circle", { class: "mark-nobody", cx: 12, cy: 12, r: 8.5 });
  return svg("svg", { class: "holder-mark", viewBox: "0 0 24 24", "aria-hidden": "true" }, ring);
}

/* How often it was decided to do something together, and how often that was done. */
function countsOf(boards) {
  const tasks = boards.flatMap(({ story }) => story.rounds.flatMap((round) => round.tasks));
  const decided = tasks.filter(({ holder }) => holder === "together");
  return { decided: decided.length, done: decided.filter(({ done }) => done === "together").length };
}

const summary = (boards, word) => word("debrief.gap.counted", countsOf(boards));

function byTable(boards, word) {
  const rows = boards.map((board) => {
    const { decided, done } = countsOf([board]);
    return [word("debrief.table", { table: board.table }), decided, done];
  });
  const heads = [word("debrief.side_table"), word("debrief.gap.decided_together"), word("debrief.gap.done_together")];
  const made = table(word("debrief.gap.title"), heads, rows);
  made.classList.add("gap-rows");
  return made;
}
