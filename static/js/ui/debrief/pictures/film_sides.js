/* The film on a wall of several tables: a street of each. */
import { besideOf } from "../../../state/beside.js";
import { frameOf } from "../../../state/film.js";
import { lineOf, namedIn } from "../../../state/film_line.js";
import { html } from "../../shared/svg.js";
import { orSigned, signed, withSigns } from "../film_signs.js";
import { named } from "../name_plates.js";
import { movingOf } from "../stills.js";
import { beforeAndNow, stripOf } from "./film_strips.js";
import { lastOnes } from "./last_ones.js";

const ROOMY = 2; // tables: of more there is room for signs only, not for the rounds so far or all that a line says
const SAID_OF_MANY = 1;
const THREE = 3;

/** The streets of several tables, each with its line (`lineFor`); of many the last ones, with a few words. */
export function filmSides(boards, { view, word, each, group }, lineFor) {
  if (!boards.every(({ film }) => film.length)) return ["", [], lastOnes(boards, word, group)];
  const draw = (story, board) => {
    const { table, film } = board;
    const now = Math.min(view.beat, story.rounds.length - 1);
    const frame = frameOf(story, film, now);
    const other = besideOf(board);
    const isRoomy = boards.length <= ROOMY;
    const line = lineFor(story, film, now, word, isRoomy ? Infinity : SAID_OF_MANY);
    const codes = namedIn(lineOf(story, film, now).slice(0, isRoomy ? Infinity : SAID_OF_MANY));
    const plain = movingOf(`film ${table}`, frame, "strip", word, other ? "large" : "");
    if (!other) withSigns(line, frame, codes, word);
    if (!isRoomy && !other) return html("div", "film", signed(plain, frame, codes, "strip"), line);
    const bothOf = () => orSigned(named(plain, frame, codes, "strip", word), frame, codes, "strip");
    const drawn = other ? plain : bothOf();
    const streets = other ? [beforeAndNow(other, drawn, now, story.rounds.length, word)] : [drawn];
    if (!isRoomy) return html("div", "film", ...streets, line);
    const frames = film.map((_, index) => frameOf(story, film, index));
    const strip = other || frames.length < 2 ? [] : [stripOf(frames, now, word, true)];
    return html("div", "film", ...streets, ...strip, line);
  };
  return ["", [], boards.length === THREE ? each(draw, 2) : each(draw)]; // two above one are larger than a row
}
