/* How an evening ends on the wall: the code of the page to take home, big, beside something that somebody said and how
 * the street became. */
import { frameOf } from "../../../state/film.js";
import { html } from "../../shared/svg.js";
import { stillOf } from "../stills.js";

/** It for one game; `posts` are what the room wrote for tomorrow and was let through, what is pinned first, and `path`
 * is the page's, empty without one. */
export function homeOf(story, film, posts, path, word) {
  const [said] = posts;
  const isNear = "near" in document.body.dataset; // the page is gone with the computer it is on
  const title = isNear ? word("debrief.tomorrow.keep_now") : word("debrief.tomorrow.take_home");
  const how = html("p", "", isNear ? word("debrief.tomorrow.keep_how") : word("debrief.tomorrow.take_home_how"));
  const told = html(
    "div",
    "take-home-told",
    html("h2", "chart-title", title),
    ...(isNear || !said ? [how] : []),
    ...(said ? [quoteOf(said, word)] : []),
  );
  if (film.length) told.append(stillOf(frameOf(story, film, film.length - 1), "strip", word));
  return html("div", "take-home", ...(path ? [codeOf(path, word)] : []), told);
}

function quoteOf({ text, bot }, word) {
  const own = html("p", "", text);
  own.dir = "auto";
  return html("blockquote", "saying", own, ...(bot ? [html("p", "said-by", word("debrief.wall.bot"))] : []));
}

function codeOf(path, word) {
  const code = document.createElement("img");
  code.className = "take-home-qr";
  code.dataset.qr = `/qr${path.replace(/\/$/, ".svg")}`; // the page adds which address it is of
  code.alt = word("debrief.tomorrow.take_home_qr");
  return code;
}
