/* The debrief on the projector: one table's picture, or that of every table side by side. */
import { drawSideBySide } from "./charts/sides.js";
import { drawStory } from "./charts/story.js";
import { columns } from "./projector_play.js";
import { word } from "./words.js";

const at = (id) => document.getElementById(id);

export function drawDebrief(room, boards, fresh) {
  const one = boards.length === 1 ? boards[0] : boards.find((board) => board.table === room.debrief.table);
  const title = word(`debrief.${room.debrief.step}.title`);
  at("debrief-title").textContent = one && boards.length > 1 ? `${title} · ${word("ui.table", { table: one.table })}` : title;
  at("story").dataset.layout = one ? "one" : "many";
  if (one) drawStory(at("story"), one.story, room.debrief, word, true);
  else drawSideBySide(at("story"), boards, room.debrief, word, columns(boards.length));
  if (fresh) at("story").scrollTo(0, 0);
}
