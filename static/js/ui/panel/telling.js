/* What a street tells the room under the streets on the big screen: the facilitator reads it first, and can have
 * another street's told, or none. */
import { messageOf } from "../../state/message.js";
import { nextTelling, tellingNow } from "../../state/telling.js";
import { at, say } from "../shared/dom.js";
import { word } from "../../state/words.js";
import { press } from "./desk.js";

export function createTelling(desk) {
  let room = null;
  const tell = (table) => desk.send({ type: "tell", table });

  at("telling-other").addEventListener("click", () => tell(nextTelling(room).of));
  at("telling-none").addEventListener("click", () =>
    tell(room.told === null ? (tellingNow(room) ?? room.tellings[0]).of : null),
  );

  return {
    draw(now) {
      room = now;
      const isShown = room.tellings.length > 0 && (room.phase !== "debrief" || room.debrief.part === "finale");
      at("telling").hidden = !isShown;
      if (!isShown) return;
      const told = tellingNow(room);
      say(at("telling-says"), told ? messageOf(told.message) : word("ui.panel.telling.nothing"));
      at("telling-other").hidden = room.tellings.length < 2 && told !== null;
      press(at("telling-none"), told === null);
    },
  };
}
