/* A picture of one table to stand before and be photographed: its street after the first round and after the last with
 * all who were there, one line of what was done, and what somebody of that table does tomorrow. */
import { circleOf } from "../../../state/circle.js";
import { frameOf } from "../../../state/film.js";
import { hundred } from "../../../state/series.js";
import { html } from "../../shared/svg.js";
import { stillOf } from "../stills.js";

/** The picture of `board`, which has its film; `posts` are what the room wrote for tomorrow and was let through, the
 * first ones first. */
export function photoOf(board, posts, word) {
  const { story, film, table } = board;
  if (!story.rounds.length) return html("div", "photo"); // its table did not finish a round
  const last = story.rounds.length - 1;
  const ends = [...new Set([0, last])].map((index) => endOf(frameOf(story, film, index), story.rounds[index], word));
  const pair = html("div", "photo-pair", ...ends);
  const lamps = html("p", "wall-more", word("street.lamp_line"));
  const own = posts.filter((post) => post.table === table);
  const said = own.find(({ bot }) => !bot) ?? own[0]; // what people said goes before what bots did
  return html(
    "div",
    "photo",
    pair,
    lamps,
    html("p", "photo-told", toldOf(story, word)),
    ...(said ? [promise(said, word)] : []),
  );
}

function endOf(data, { round, quality }, word) {
  const head = word("debrief.round_head", { round });
  const caption = html(
    "figcaption",
    "",
    `${head}: `,
    html("b", "", word("debrief.photo.stood", { quality: hundred(quality) })),
  );
  return html("figure", "", stillOf(data, "full", word), caption);
}

/* The same figures as the circle of the whole game; of a street that came down no chair is named. */
function toldOf(story, word) {
  const circle = circleOf(story, { from: 0, to: story.rounds.length });
  if (circle.isUp) return word("debrief.photo.rose", circle);
  const { first, top, last } = Object.fromEntries(Object.entries(circle.quality).map(([at, q]) => [at, hundred(q)]));
  return word(`debrief.photo.${top === first ? "fell" : "fell_from_best"}`, { first, top, last });
}

function promise({ text, bot }, word) {
  const quote = html("span", "", text);
  quote.dir = "auto";
  const by = bot ? [html("span", "said-by", ` ${word("debrief.wall.bot")}`)] : [];
  return html("p", "photo-promise", html("b", "", `${word("debrief.photo.tomorrow")} `), quote, ...by);
}
