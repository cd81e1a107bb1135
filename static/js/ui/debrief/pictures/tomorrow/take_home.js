/* The page to take home: its code to scan, big, beside something that somebody said and how the street became. Then a
 * picture of every table to be photographed, a press each; of more tables than have a turn all of them at once. A phone
 * has the link. */
import { frameOf } from "../../../../state/film.js";
import { structure } from "../../../../state/structure.js";
import { stillOf } from "../../stills.js";
import { html } from "../../../shared/svg.js";
import { lastOnes } from "../last_ones.js";
import { photoOf } from "../photo.js";

export const picture = {
  ofRoom: true,
  unplayed: true,
  onPhone: () => false,
  /* On the wall a photo is called by its table, and has no other title. */
  head(view, boards, word) {
    const board = turnOf(view, boards);
    if (!board) return view.beat ? word("debrief.photo.title") : "";
    return boards.length > 1 ? word("debrief.table", { table: board.table }) : word("debrief.photo.title");
  },
  one({ story, film = [], voices, boards = [] }, { view, word }) {
    const board = turnOf(view, boards);
    if (board) return [photoOf(board, voices.posts, word)];
    if (view.beat) return lastOnes(boards, word);
    const [said] = voices.posts; // what is pinned comes first
    const isNear = "near" in document.body.dataset; // the page is gone with the computer it is on
    const title = html(
      "h2",
      "chart-title",
      isNear ? word("debrief.tomorrow.keep_now") : word("debrief.tomorrow.take_home"),
    );
    const how = html("p", "", isNear ? word("debrief.tomorrow.keep_how") : word("debrief.tomorrow.take_home_how"));
    const told = html(
      "div",
      "take-home-told",
      title,
      ...(isNear || !said ? [how] : []),
      ...(said ? [quoteOf(said)] : []),
    );
    if (film.length) told.append(stillOf(frameOf(story, film, film.length - 1), "film", word));
    return [html("div", "take-home", ...(view.take_home ? [codeOf(view.take_home, word)] : []), told)];
  },
  preview: { more: (view, tables) => `tomorrow.${tables > structure.most_in_turn ? "photos" : "photo"}` },
};

/* Whose turn it is: the table that was chosen, or after every press the next; null before the first, and where more
 * tables are shown than have a turn each. */
function turnOf({ beat, table }, boards) {
  const shown = boards.filter((board) => table === null || board.table === table);
  return beat && shown.length <= structure.most_in_turn ? (shown[beat - 1] ?? null) : null;
}

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
