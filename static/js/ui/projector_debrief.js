/* The debrief on the projector: one table's story, or one measure of every table side by side. */
import { drawSideBySide, drawStory } from "./charts/story.js";
import { word } from "./words.js";

const at = (id) => document.getElementById(id);

export function drawDebrief(room, boards, fresh) {
  const one = boards.length === 1 ? boards[0] : boards.find((board) => board.table === room.debrief.table);
  const title = word(`debrief.${room.debrief.step}.title`);
  at("debrief-title").textContent = one && boards.length > 1 ? `${title} · ${word("ui.table", { table: one.table })}` : title;
  if (one) drawStory(at("story"), one.story, room.debrief, word, true);
  else drawSideBySide(at("story"), boards, room.debrief, word);
  at("story").dataset.layout = one ? "one" : "many";
  at("story").dataset.columns = boards.length < 5 ? 2 : boards.length < 10 ? 3 : boards.length < 17 ? 4 : 7;
  if (fresh) scrollTo(0, 0);
}
