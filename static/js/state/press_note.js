/* What a press of a picture asks of whoever leads, where that is something else than what the picture began with. */

/* What comes once the circle is whole (game/engine/debrief/presses.py). */
const AFTER_CIRCLE = ["after", "doubt", "answer"];

/** The word for the press that the debrief stands at, "" where the notes of the picture fit. */
export function pressNote({ step, part, beat, presses = {} }) {
  if (part === "take_home") return beat ? "photo" : "";
  const whole = presses[`${step}.${part}.whole`];
  return whole === undefined ? "" : (AFTER_CIRCLE[beat - whole - 1] ?? "");
}
