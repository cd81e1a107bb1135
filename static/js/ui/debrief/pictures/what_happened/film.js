/* The film of a street: one round large, the rounds so far in a strip, and a line. Nothing is explained. */
import { besideOf } from "../../../../state/beside.js";
import { frameOf, nameIn } from "../../../../state/film.js";
import { lineOf, namedIn } from "../../../../state/film_line.js";
import { structure } from "../../../../state/structure.js";
import { listed } from "../../../../state/words.js";
import { html } from "../../../shared/svg.js";
import { named } from "../../name_plates.js";
import { movingOf, stillOf } from "../../stills.js";

const { most_in_turn: MOST_FILMED } = structure;
const MANY_ROUNDS = 6;

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
    const large = named(street, frames[now], namedIn(lineOf(story, film, now)), kind, word, !wall);
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

/* What a round's line says, in `most` sentences at most. */
function lineFor(story, film, index, word, most = Infinity) {
  const told = lineOf(story, film, index).slice(0, most);
  const round = html("b", "", `${word("debrief.round_head", { round: story.rounds[index].round })}: `);
  return html("p", "film-line", round, told.map((one) => `${begun(saidOf(one, word))}.`).join(" "));
}

function saidOf({ code, tasks, looks, params = {}, with: besides, as }, word) {
  const [from, to] = (looks ?? []).map((look) => word(`task.${tasks[0]}.look.${look}`));
  const named = tasks && { count: tasks.length, tasks: listed(tasks.map((task) => nameIn(task, word))), from, to };
  const told = word(`debrief.film.${code}`, named ?? params);
  const whole = besides ? `${told}, ${word(`debrief.film.${besides.code}`)}` : told;
  return as ? word("debrief.film.again", { round: as, told: whole }) : whole;
}

const begun = (sentence) => sentence[0].toUpperCase() + sentence.slice(1);
