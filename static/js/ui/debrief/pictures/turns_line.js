/* Where it turned, on a wall: the street round by round with its lines, to point at. */
import { frameOf, roundName } from "../../../state/film.js";
import { html } from "../../shared/svg.js";
import { nameColumns, roomOf, streetLine } from "../charts/street_line.js";
import { stillOf } from "../stills.js";

// What turns are about: how the street looked, and whether it was theirs.
const LINES = ["quality", "ownership"];

/** The street after every round, over the lines of what turns, with where these `turns` are on them. */
export function turnsLine(story, film, turns, word) {
  const strip = html(
    "ol",
    "under-gardens",
    ...film.map((_, index) => {
      const name = html("b", "", roundName(index + 1, index, roomOf(film.length) + 1, word));
      return html("li", "", name, stillOf(frameOf(story, film, index), "film", word));
    }),
  );
  const named = (kind) => ({ kind, name: word(`debrief.value.${kind}`), values: story.rounds.map((one) => one[kind]) });
  const marks = turns.map(({ until, measure }) => {
    const round = story.rounds[until - 1];
    return { at: until - 1, value: LINES.includes(measure) ? round[measure] : round.quality };
  });
  const lines = streetLine(word("debrief.turning.title"), LINES.map(named), { height: 400, marks });
  const drawn = html("div", "under has-names", strip, lines);
  drawn.dataset.names = nameColumns(film.length);
  return drawn;
}
