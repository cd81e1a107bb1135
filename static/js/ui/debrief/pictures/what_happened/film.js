/* The film of a street: one round large, the rounds so far in a strip, and a line. Nothing is explained. */
import { frameOf, lineOf, roundName } from "../../../../state/film.js";
import { html } from "../../../shared/svg.js";
import { changeOf } from "../../../street/bands.js";
import { movingOf, stillOf } from "../../stills.js";

const MOST_FILMED = 6;
const MANY_ROUNDS = 6;
const COLUMNS = [
  [12, 4],
  [24, 6],
  [Infinity, 8],
];

export const picture = {
  small: true,
  untitled: true, // so that the names of the tables are the headings
  perTable: (count) => count <= MOST_FILMED,
  one({ story, film }, { view, word, wall }) {
    const now = Math.min(view.beat, story.rounds.length - 1);
    const frames = film.map((_, index) => frameOf(story, film, index));
    const large = movingOf("film", frames[now], wall ? "full" : "strip", word, "large");
    const strip = wall ? [stripOf(frames, now, word)] : [];
    return [html("div", "film", large, ...strip, lineFor(story, film, now, word))];
  },
  sides(boards, { view, word, each }) {
    if (!boards.every(({ film }) => film.length)) return ["", [], [lastOnes(boards, word)]];
    const draw = (story, { table, film }) => {
      const now = Math.min(view.beat, story.rounds.length - 1);
      const drawn = movingOf(`film ${table}`, frameOf(story, film, now), "strip", word, "large");
      return html("div", "film", drawn, lineFor(story, film, now, word));
    };
    return ["", [], each(draw)];
  },
  paper({ story, film }, word) {
    const rounds = film.map((_, index) =>
      html("li", "", stillOf(frameOf(story, film, index), "film", word), lineFor(story, film, index, word)),
    );
    const list = html("ol", "film-paper", ...rounds);
    list.dataset.size = rounds.length > MANY_ROUNDS ? "many" : "few";
    return [list];
  },
  preview: { many: (view, tables) => ["what_happened.film", tables <= MOST_FILMED ? "sides" : ""] },
};

/* The rounds so far; those to come are empty frames, so that nothing moves when they are shown. */
function stripOf(frames, now, word) {
  const strip = html(
    "ol",
    "film-strip",
    ...frames.map((frame, index) => {
      const name = html("b", "", roundName(index + 1, index, frames.length, word));
      const item = html("li", index === now ? "now" : "", name);
      if (index <= now) item.append(stillOf(frame, "film", word));
      return item;
    }),
  );
  strip.dataset.count = frames.length;
  return strip;
}

function lineFor(story, film, index, word) {
  const told = lineOf(story, film, index).map(({ code, task, params = {} }) =>
    word(`debrief.film.${code}`, task ? { ...params, task: nameIn(task, word) } : params),
  );
  const round = html("b", "", `${word("debrief.round_head", { round: story.rounds[index].round })}: `);
  return html("p", "film-line", round, `${told.join(", ")}.`);
}

/* Many tables: how each street stands at the end, and how much it changed since the first round. */
function lastOnes(boards, word) {
  const list = html("ol", "film-last", ...boards.map((board) => lastOne(board, word)));
  list.dataset.cols = COLUMNS.find(([most]) => boards.length <= most)[1];
  return list;
}

function lastOne({ table, story, street, own }, word) {
  const last = story.rounds.length - 1;
  const frame = { ...frameOf(story, { [last]: street }, last), ...own };
  const count = changeOf(story.rounds[last].quality, story.rounds[0].quality);
  const name = html("span", "visually-hidden", word("debrief.table", { table }));
  const number = html("b", "", String(table));
  number.setAttribute("aria-hidden", "true");
  const changed = word(`debrief.film.change.${signOf(count)}`, { count: Math.abs(count) });
  return html("li", "", html("p", "", name, number, html("span", "", changed)), stillOf(frame, "tile", word));
}

const signOf = (change) => (change > 0 ? "up" : change < 0 ? "down" : "same");

/* The name of a task within a sentence. */
function nameIn(task, word) {
  const name = word(`task.${task}.name`);
  return name[0].toLowerCase() + name.slice(1);
}
