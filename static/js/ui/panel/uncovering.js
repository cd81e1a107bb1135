/* The outcome that the big screen uncovers by itself: until then, the button has all of it shown and goes nowhere. */
import { at } from "../shared/dom.js";
import { beatOf, overAt, WHOLE } from "../../state/beats.js";
import { serverNow } from "../../state/server_time.js";

/** `over()` is called when all of it is shown by itself. */
export function createUncovering(over) {
  let room = null;
  let timer = 0;

  return {
    /** Whether a press has the whole outcome shown. */
    get runs() {
      return beatOf(room?.reveal ?? null, serverNow()) !== WHOLE;
    },
    draw(now) {
      room = now;
      clearTimeout(timer);
      at("next").classList.toggle("primary", !this.runs);
      const ends = overAt(room.reveal);
      if (this.runs && ends !== null) timer = setTimeout(over, ends - serverNow() + 20);
    },
  };
}
