/* What is asked of one table and decided there, task by task. */
import { at, copy, fillList, put, say } from "../shared/dom.js";
import { word } from "../../state/words.js";
import { isPlaying } from "../../state/moments.js";
import { structure } from "../../state/structure.js";
import { SHAPE } from "./tile.js";

const SIGNS = structure.holders.map((holder) => [
  holder,
  structure.carriers[holder].map((role) => SHAPE[role]).join(""),
]);

/** Draw what is asked of a table and decided there; hidden outside play. */
export function drawDeals(now, room) {
  const decided = now && isPlaying(room) && now.deals.length > 0;
  put(at("deals-title"), "hidden", !decided);
  fillList(
    at("deals"),
    decided ? now.deals : [],
    () => copy("deal"),
    ({ parts }, deal, index) => {
      put(parts.task, "textContent", word(`task.${room.tasks[index]}.name`));
      put(parts.asked, "textContent", word("ui.panel.asked_counts", now.asked[index]));
      put(
        parts.counts,
        "textContent",
        SIGNS.map(([holder, sign]) => `${sign} ${now.asked[index][holder]}`).join("   "),
      );
      const how = word(deal.requirements ? "requirements.yes" : "requirements.no");
      say(
        parts.decided,
        room.phase === "agree" ? "" : word("ui.panel.decided", { holder: word(`holder.${deal.holder}`), how }),
      );
    },
  );
}
