/* The film on a wall: a street with the names of what its line speaks of, and the streets of several tables. */
import { besideOf } from "../../../state/beside.js";
import { frameOf } from "../../../state/film.js";
import { lineOf, namedIn } from "../../../state/film_line.js";
import { html } from "../../shared/svg.js";
import { named } from "../name_plates.js";
import { movingOf } from "../stills.js";
import { beforeAndNow, stripOf } from "./film_strips.js";
import { lastOnes } from "./last_ones.js";

const ROOMY = 2; // tables: of more there is no room for names, the rounds so far, or all that a line says
const SAID_OF_MANY = 1;
const THREE = 3;

/** A street (`frame`) of `kind` that moves by its `name`, over the names of what is `said` of it. */
export function filmNamed(name, frame, said, kind, word) {
  return named(movingOf(name, frame, kind, word), frame, namedIn(said), kind, word);
}

/** The streets of several tables, each with its line (`lineFor`); of many the last ones, with a few words. */
export function filmSides(boards, { view, word, each, group }, lineFor) {
  if (!boards.every(({ film }) => film.length)) return ["", [], lastOnes(boards, word, group)];
  const draw = (story, board) => {
    const { table, film } = board;
    const now = Math.min(view.beat, story.rounds.length - 1);
    const frame = frameOf(story, film, now);
    const other = besideOf(board);
    const isRoomy = boards.length <= ROOMY;
    const drawn =
      isRoomy && !other
        ? filmNamed(`film ${table}`, frame, lineOf(story, film, now), "strip", word)
        : movingOf(`film ${table}`, frame, "strip", word, "large");
    const streets = other ? [beforeAndNow(other, drawn, now, story.rounds.length, word)] : [drawn];
    if (!isRoomy) return html("div", "film", ...streets, lineFor(story, film, now, word, SAID_OF_MANY));
    const frames = film.map((_, index) => frameOf(story, film, index));
    const strip = other || frames.length < 2 ? [] : [stripOf(frames, now, word, true)];
    return html("div", "film", ...streets, ...strip, lineFor(story, film, now, word));
  };
  return ["", [], boards.length === THREE ? each(draw, 2) : each(draw)]; // two above one are larger than a row
}
