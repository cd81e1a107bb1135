/* The page to take home: its code to scan, big, beside something that somebody said and how the street became. A phone
 * has the link. */
import { frameOf } from "../../../../state/film.js";
import { stillOf } from "../../stills.js";
import { html } from "../../../shared/svg.js";

export const picture = {
  ofRoom: true,
  unplayed: true,
  onPhone: () => false,
  one({ story, film = [], voices }, { view, word }) {
    const [said] = voices.posts; // what is pinned comes first
    const title = html("h2", "chart-title", word("debrief.tomorrow.take_home"));
    const how = html("p", "", word("debrief.tomorrow.take_home_how"));
    const told = html("div", "take-home-told", title, said ? quoteOf(said) : how);
    if (film.length) told.append(stillOf(frameOf(story, film, film.length - 1), "film", word));
    return [html("div", "take-home", ...(view.take_home ? [codeOf(view.take_home, word)] : []), told)];
  },
};

function quoteOf({ text }) {
  const quote = html("blockquote", "saying", text);
  quote.dir = "auto";
  return quote;
}

function codeOf(path, word) {
  const code = document.createElement("img");
  code.className = "take-home-qr";
  code.dataset.qr = `/qr${path.replace(/\/$/, ".svg")}`; // the page adds which address it is of
  code.alt = word("debrief.tomorrow.take_home_qr");
  return code;
}
