/* The film of a street: one round large, the rounds so far in a strip, and a line. Nothing is explained. */
import { besideOf } from "../../../../state/beside.js";
import { frameOf, lineOf, namedIn, nameIn } from "../../../../state/film.js";
import { structure } from "../../../../state/structure.js";
import { listed } from "../../../../state/words.js";
import { html } from "../../../shared/svg.js";
import { named } from "../../name_plates.js";
import { movingOf, stillOf } from "../../stills.js";

const { most_in_turn: MOST_FILMED } = structure;
const MANY_ROUNDS = 6;
const ON_PHONE = 60; // letters, in units of the picture

export const picture = {
  small: true,
  untitled: true, // so that the names of the tables are the headings
  perTable: (count) => count <= MOST_FILMED,
  one({ story, film, group, ...shown }, { view, word, wall, walls }) {
    const now = Math.min(view.beat, story.rounds.length - 1);
    const other = wall ? besideOf(shown, group) : null;
    if (other) return [walls.twoFilms({ code: "this_game", story, film }, other, now, word, lineFor)];
    const frames = film.map((_, index) => frameOf(story, film, index));
    const kind = wall ? "full" : "strip";
    const street = movingOf("film", frames[now], kind, word);
    const size = wall ? undefined : ON_PHONE;
    const large = named(street, frames[now], namedIn(lineOf(story, film, now)), kind, word, size);
    const strip = wall && frames.length > 1 ? [walls.stripOf(frames, now, word)] : [];
    return [html("div", "film", large, ...strip, lineFor(story, film, now, word))];
  },
  sides: (boards, scene) => scene.walls.filmSides(boards, scene, lineFor),
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

/* What a round's line says, of `most` things at most. */
function lineFor(story, film, index, word, most = Infinity) {
  const said = lineOf(story, film, index).slice(0, most);
  const places = (tasks) => ({ count: tasks.length, tasks: listed(tasks.map((task) => nameIn(task, word))) });
  const told = said.map(({ code, tasks, params = {} }) => word(`debrief.film.${code}`, tasks ? places(tasks) : params));
  const round = html("b", "", `${word("debrief.round_head", { round: story.rounds[index].round })}: `);
  const [came, ...rest] = told.map((one, place) => (place < 2 ? begun(one) : one));
  const [first, second] = rest;
  const seen = second ? word("debrief.story.and", { first: `${first},`, second }) : first;
  return html("p", "film-line", round, [came, ...(first ? [seen] : [])].map((one) => `${one}.`).join(" "));
}

const begun = (sentence) => sentence[0].toUpperCase() + sentence.slice(1);
