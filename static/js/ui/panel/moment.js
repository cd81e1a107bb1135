/* The moment after a change: the button and the keys rest until one can have seen it, and for a while it can be
 * undone. */
import { at, put } from "../shared/dom.js";
import { overAt } from "../../state/beats.js";
import { serverNow } from "../../state/moments.js";

const PICTURE_MS = 10000;
const LONGEST_MS = 5000; // a clock that was set back holds nobody up

/** `changed()` is called when the button acts again. */
export function createMoment(desk, changed) {
  let room = null;
  let free = 0;
  let gone = 0;
  let picture = null; // the one before, while the debrief can turn back to it
  let turningBack = false;

  function left() {
    const now = serverNow();
    const over = overAt(room?.reveal ?? null); // the last beat of an outcome is a change too, once it is over
    const steady = over !== null && over <= now ? over + room.rest_ms : 0;
    const ms = Math.max(room?.steady_ms ?? 0, steady) - now;
    return ms > Math.max(LONGEST_MS, room?.rest_ms ?? 0) ? 0 : Math.max(0, ms);
  }

  /* The bar fills while the button rests; its name stays. */
  function rest(isNew) {
    const ms = left();
    clearTimeout(free);
    put(at("next-rest"), "hidden", ms === 0);
    if (ms) free = setTimeout(() => (rest(false), changed()), ms + 20);
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    if (isNew && ms && !still) at("next-rest").animate([{ transform: "scaleX(0)" }, { transform: "scaleX(1)" }], ms);
  }

  /* What the undo is for: the picture before this one in the debrief, or the last change of phase. */
  function until() {
    return Math.max(picture?.until ?? 0, room?.undo_ms ?? 0);
  }

  function offer() {
    const ms = until() - serverNow();
    const has = document.activeElement === at("undo");
    clearTimeout(gone);
    at("undo").hidden = ms <= 0;
    at("next-under").classList.toggle("is-lent", ms > 0); // the small screen lends it its place
    if (ms > 0) gone = setTimeout(offer, ms + 20);
    else if (has) at("next").focus();
  }

  function notice(now) {
    if (room?.step !== now.step) picture = null;
    else if (turned(room.debrief, now.debrief)) {
      picture = turningBack ? null : { ...room.debrief, until: serverNow() + PICTURE_MS };
      turningBack = false;
    }
  }

  function undo() {
    if (at("undo").hidden) return;
    turningBack = picture !== null;
    if (!picture) return desk.send({ type: "undo" });
    const { step: view, part, table, beat } = picture;
    return desk.send({ type: "show_debrief", view, part, table, beat });
  }

  at("undo").addEventListener("click", undo);

  return {
    undo,
    get rests() {
      return left() > 0;
    },
    /** Rest because what is shown changed by itself. */
    again: () => rest(true),
    draw(now) {
      const isNew = room?.steady_ms !== now.steady_ms;
      notice(now);
      room = now;
      rest(isNew);
      offer();
    },
  };
}

function turned(before, now) {
  return before.step !== now.step || before.part !== now.part || before.table !== now.table;
}
