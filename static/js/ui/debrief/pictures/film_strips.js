/* What a film has on the wall besides its street: the rounds so far, and another game of the same street beside it. */
import { roundBeside } from "../../../state/beside.js";
import { frameOf, roundName } from "../../../state/film.js";
import { html, svg } from "../../shared/svg.js";
import { layout } from "../../street/sizes.js";
import { movingOf, stillOf } from "../stills.js";

/** Two games of one street beside each other, round by round; the other one is whole when this one is. `lineFor` says
 * a round's line. */
export function twoFilms(own, other, now, word, lineFor) {
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

/** The game before this one in the same round as round `now` of `count`, beside this one as `drawn`. */
export function beforeAndNow({ code, story, film }, drawn, now, count, word) {
  const index = roundBeside(now, count, story.rounds.length);
  const before = stillOf(frameOf(story, film, index), "strip", word);
  const named = (name, street) => html("figure", "", html("figcaption", "", word(`debrief.beside.${name}`)), street);
  return html("div", "film-pair", named(code, before), named("this_game", drawn));
}

/* As large as a picture of `frame`. */
function emptyOf(kind, frame) {
  const { width, height } = layout(kind, frame.tasks.length);
  const empty = html("div", "still to-come");
  empty.append(svg("svg", { viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" }));
  return empty;
}

/** The rounds so far; those to come are empty frames, so that nothing moves when they are shown. */
export function stripOf(frames, now, word, isNumbered = false) {
  const strip = html(
    "ol",
    "film-strip",
    ...frames.map((frame, index) => {
      const told = isNumbered ? String(index + 1) : roundName(index + 1, index, frames.length, word);
      const name = html("b", "", told);
      const item = html("li", index === now ? "now" : "", name);
      item.append(index > now ? emptyOf("film", frame) : stillOf(frame, "film", word));
      return item;
    }),
  );
  strip.dataset.count = frames.length;
  return strip;
}
