/* The page to take home: its code to scan, big, beside something that somebody said and how the street became. Then a
 * picture of every table to be photographed, a press each; of more tables than have a turn all of them at once. A phone
 * has the link. */
import { structure } from "../../../../state/structure.js";

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
  one({ story, film = [], voices, boards = [] }, { view, word, walls }) {
    const board = turnOf(view, boards);
    if (board) return [walls.photoOf(board, voices.posts, word)];
    if (view.beat) return walls.lastOnes(boards, word);
    return [walls.homeOf(story, film, voices.posts, view.take_home, word)];
  },
  preview: { more: (view, tables) => `tomorrow.${tables > structure.most_in_turn ? "photos" : "photo"}` },
};

/* Whose turn it is: the table that was chosen, or after every press the next; null before the first, and where more
 * tables are shown than have a turn each. */
function turnOf({ beat, table }, boards) {
  const shown = boards.filter((board) => table === null || board.table === table);
  return beat && shown.length <= structure.most_in_turn ? (shown[beat - 1] ?? null) : null;
}
