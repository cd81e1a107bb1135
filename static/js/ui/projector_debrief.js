/* The debrief on the projector: one table's picture, or those of every table side by side, at most six at a time. */
import { drawSideBySide, isPerTable } from "./charts/sides.js";
import { drawStory } from "./charts/story.js";
import { say } from "./dom.js";
import { columns } from "./projector_play.js";
import { word } from "./words.js";

const at = (id) => document.getElementById(id);
const MOST = 6;

/** Draw the step that is shown; `pages` says which tables' turn it is. */
export function drawDebrief(room, boards, fresh, pages) {
  const one = boards.length === 1 ? boards[0] : boards.find((board) => board.table === room.debrief.table);
  const shown = !one && isPerTable(room.debrief, boards.length) ? pages.of(boards, MOST) : boards;
  const title = word(`debrief.${room.debrief.step}.title`);
  at("debrief-title").textContent = one && boards.length > 1 ? `${title} · ${word("ui.table", { table: one.table })}` : title;
  say(at("range"), one || shown.length === boards.length ? "" : word("ui.tables_range", { first: shown[0].table, last: shown.at(-1).table, count: boards.length }));
  at("story").dataset.layout = one ? "one" : "many";
  if (one) drawStory(at("story"), one.story, room.debrief, word, true);
  else drawSideBySide(at("story"), boards, shown, room.debrief, word, columns(shown.length));
  if (fresh) at("story").scrollTo(0, 0);
}
