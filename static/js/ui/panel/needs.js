/* The tables that need the facilitator, one press away: where tiles are too small to say it, or far below. */
import { at, copy, fillList, put, write } from "../shared/dom.js";
import { needing, urgent } from "../../state/needs.js";
import { needWord } from "./tile.js";
import { word } from "../../state/words.js";

const SHOWN = 3;

/** `look(table)` shows a table's people. */
export function createNeeds(look) {
  function make() {
    const made = copy("need");
    made.parts.open.addEventListener("click", () => look(made.table));
    return made;
  }

  return {
    draw(tiles, room) {
      const all = needing(tiles, room);
      put(at("needs"), "hidden", all.length === 0);
      fillList(at("needs-list"), all.slice(0, SHOWN), make, (made, need) => {
        made.table = need.tile.table;
        made.parts.open.classList.toggle("urgent", urgent(need) > 0);
        write(made.parts.table, word("ui.table", { table: made.table }));
        write(made.parts.why, needWord(need, { short: true }));
      });
      const more = all.length - SHOWN;
      put(at("needs-more"), "hidden", more <= 0);
      if (more > 0) write(at("needs-more"), word("ui.panel.needs_more", { count: more }));
    },
  };
}
