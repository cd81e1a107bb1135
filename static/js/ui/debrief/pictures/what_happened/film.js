/* The film of a street: one round large, the rounds so far in a strip, and a line. Nothing is explained. */
import { frameOf, lineOf, roundName } from "../../../../state/film.js";
import { besideOf, roundBeside } from "../../../../state/beside.js";
import { structure } from "../../../../state/structure.js";
import { listed } from "../../../../state/words.js";
import { html } from "../../../shared/svg.js";
import { movingOf, stillOf } from "../../stills.js";
import { lastOnes } from "../last_ones.js";

const { most_in_turn: MOST_FILMED } = structure;
const MANY_ROUNDS = 6;

export const picture = {
  small: true,
  untitled: true, // so that the names of the tables are the headings
  perTable: (count) => count <= MOST_FILMED,
  one({ story, film, group, ...shown }, { view, word, wall }) {
    const now = Math.min(view.beat, story.rounds.length - 1);
    const other = wall ? besideOf(shown, group) : null;
    if (other) return [twoFilms({ code: "this_game", story, film }, other, now, word)];
    const frames = film.map((_, index) => frameOf(story, film, index));
    const large = movingOf("film", frames[now], wall ? "full" : "strip", word, "large");
    const strip = wall && frames.length > 1 ? [stripOf(frames, now, word)] : [];
    return [html("div", "film", large, ...strip, lineFor(story, film, now, word))];
  },
  sides(boards, { view, word, each, group }) {
    if (!boards.every(({ film }) => film.length)) return ["", [], lastOnes(boards, word, group)];
    const draw = (story, board) => {
      const { table, film } = board;
      const now = Math.min(view.beat, story.rounds.length - 1);
      const drawn = movingOf(`film ${table}`, frameOf(story, film, now), "strip", word, "large");
      const other = besideOf(board);
      const streets = other
        ? [beforeAndNow(other, drawn, roundBeside(now, story.rounds.length, other.story.rounds.length), word)]
        : [drawn];
      return html("div", "film", ...streets, lineFor(story, film, now, word));
    };
    return ["", [], each(draw)];
  },
  paper({ story, film }, word) {
    const rounds = film.map((_, index) =>
      html("li", "", stillOf(frameOf(story, film, index), "film", word), lineFor(story, film, index, word)),
    );
    const list = html("ol", "film-paper", ...rounds);
    list.dataset.size = rounds.length > MANY_ROUNDS ? "many" : rounds.length === 2 ? "two" : "few";
    return [list];
  },
  preview: { many: (view, tables) => ["what_happened.film", tables <= MOST_FILMED ? "sides" : ""] },
};

/* Two games of one street beside each other, round by round; the other one is whole when this one is. */
function twoFilms(own, other, now, word) {
  const film = ({ code, story, film: frames }, index, numbers) => {
    const drawn = frames.map((_, place) => frameOf(story, frames, place));
    return html(
      "section",
      "film",
      html("h2", "side-title", word(`debrief.beside.${code}`)),
      movingOf(`film ${code}`, drawn[index], "strip", word, "large"),
      stripOf(drawn, index, word, numbers),
      lineFor(story, frames, index, word),
    );
  };
  const beside = roundBeside(now, own.story.rounds.length, other.story.rounds.length);
  return html("div", "film-two", film(other, beside, true), film(own, now, true));
}

/* The game before this one in the same round, beside this one. */
function beforeAndNow({ code, story, film }, drawn, index, word) {
  const before = stillOf(frameOf(story, film, index), "strip", word);
  const named = (name, street) => html("figure", "", html("figcaption", "", word(`debrief.beside.${name}`)), street);
  return html("div", "film-pair", named(code, before), named("this_game", drawn));
}

/* The rounds so far; those to come are empty frames, so that nothing moves when they are shown. */
function stripOf(frames, now, word, isNumbered = false) {
  const strip = html(
    "ol",
    "film-strip",
    ...frames.map((frame, index) => {
      const told = isNumbered ? String(index + 1) : roundName(index + 1, index, frames.length, word);
      const name = html("b", "", told);
      const item = html("li", index === now ? "now" : "", name);
      if (index <= now) item.append(stillOf(frame, "film", word));
      return item;
    }),
  );
  strip.dataset.count = frames.length;
  return strip;
}

function lineFor(story, film, index, word) {
  const told = lineOf(story, film, index).map(({ code, tasks, params = {} }) =>
    word(`debrief.film.${code}`, tasks ? { tasks: listed(tasks.map((task) => nameIn(task, word))) } : params),
  );
  const round = html("b", "", `${word("debrief.round_head", { round: story.rounds[index].round })}: `);
  return html("p", "film-line", round, `${told.join(", ")}.`);
}

/* The name of a task within a sentence. */
function nameIn(task, word) {
  const name = word(`task.${task}.name`);
  return name[0].toLowerCase() + name.slice(1);
}
