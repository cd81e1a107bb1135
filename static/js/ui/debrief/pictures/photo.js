/* A picture of one table to stand before and be photographed: its street after the first round and after the last with
 * all who were there, one line of what was done, and what somebody of that table does tomorrow. */
import { circleOf } from "../../../state/circle.js";
import { endsUp } from "../../../state/circles.js";
import { frameOf } from "../../../state/film.js";
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
  const own = posts.filter((post) => post.table === table);
  const said = own.find(({ bot }) => !bot) ?? own[0]; // what people said goes before what bots did
  return html(
    "div",
    "photo",
    pair,
    html("p", "photo-told", toldOf(board, word)),
    ...(said ? [promise(said, word)] : []),
  );
}

function endOf(data, { round }, word) {
  const caption = html("figcaption", "", word("debrief.round_head", { round }));
  return html("figure", "", stillOf(data, "full", word), caption);
}

/* What one would be proud to stand beside: the figures of the circle of the whole game where it was done together, and
 * no figure of how it fell. */
function toldOf({ story, findings }, word) {
  const rounds = story.rounds.length;
  if (!endsUp(findings?.circles ?? [])) return word("debrief.photo.ours", { rounds });
  return word("debrief.photo.rose", circleOf(story, { from: 0, to: rounds }));
}

function promise({ text, bot }, word) {
  const quote = html("span", "", text);
  quote.dir = "auto";
  const by = bot ? [html("span", "said-by", ` ${word("debrief.wall.bot")}`)] : [];
  return html("p", "photo-promise", html("b", "", `${word("debrief.photo.tomorrow")} `), quote, ...by);
}
