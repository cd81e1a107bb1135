/* The outcome that the big screen uncovers by itself: until then, the button has all of it shown and goes nowhere;
 * after that, what went wrong can be told again. */
import { at, put } from "../shared/dom.js";
import { beatOf, overAt, WHOLE } from "../../state/beats.js";
import { serverNow } from "../../state/server_time.js";

/** `over()` is called when all of it is shown by itself. */
export function createUncovering(desk, over) {
  let room = null;
  let timer = 0;
  at("retell").addEventListener("click", () => desk.send({ type: "retell" }));

  return {
    /** Whether a press has the whole outcome shown. */
    get runs() {
      return beatOf(room?.reveal ?? null, serverNow()) !== WHOLE;
    },
    draw(now, tiles) {
      room = now;
      const isTold = room.phase === "outcome" && !this.runs && tiles.some(({ trouble }) => trouble);
      put(at("retell"), "hidden", !isTold);
      clearTimeout(timer);
      at("next").classList.toggle("primary", !this.runs);
      const ends = overAt(room.reveal);
      if (this.runs && ends !== null) timer = setTimeout(over, ends - serverNow() + 20);
    },
  };
}
