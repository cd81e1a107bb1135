/* What a street tells the room under the streets on the big screen: the facilitator reads it first, and can have
 * another street's told, or none. */
import { messageOf } from "../../state/message.js";
import { mayTell, nextTelling, tellingNow } from "../../state/telling.js";
import { at, put, say, write } from "../shared/dom.js";
import { word } from "../../state/words.js";

export function createTelling(desk) {
  let room = null;
  const tell = (table) => desk.send({ type: "tell", table });

  at("telling-other").addEventListener("click", () => tell(nextTelling(room).of));
  at("telling-none").addEventListener("click", async () => {
    const answer = await tell(null);
    if (answer.type !== "ack") return;
    put(at("telling-other"), "hidden", false); // and this button goes: the focus stays with what one was at
    at("telling-other").focus();
  });

  return {
    draw(now) {
      room = now;
      const isShown = mayTell(room);
      put(at("telling"), "hidden", !isShown);
      if (!isShown) return;
      const told = tellingNow(room);
      say(at("telling-says"), told ? messageOf(told.message) : word("ui.panel.telling.nothing"));
      const other = at("telling-other");
      put(other, "hidden", room.tellings.length < 2 && told !== null);
      write(other, told ? other.dataset.other : other.dataset.first);
      put(at("telling-none"), "hidden", told === null);
    },
  };
}
