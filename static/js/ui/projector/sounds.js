/* What the room hears from the computer with the big screen, when the facilitator has switched sound on. A browser lets
 * a page sound only after somebody pressed there: until then a line asks for it. */
import { createSounding } from "../../state/sounding.js";
import { at } from "../shared/dom.js";

/** Answers a function of the room and what is left of its clock (ms or null); it sounds what there is to hear. */
export function createSounds() {
  const next = createSounding();
  let bells = null; // fetched when sound is first wanted
  let isOn = false;

  async function wake() {
    if (!isOn) return;
    try {
      bells ??= await import("./bells.js");
      await bells.wake();
    } catch (error) {
      console.warn("no sound yet:", error.message); // without a connection; the line goes on asking for a press
    }
    show();
  }

  function show() {
    at("sound-asleep").hidden = !isOn || Boolean(bells?.isAwake());
  }

  for (const kind of ["click", "keydown"]) document.addEventListener(kind, wake);

  return (room, left) => {
    const sound = next(room, left);
    const changed = isOn !== room.sound;
    isOn = room.sound;
    if (changed) show();
    if (isOn && sound) bells?.play(sound);
  };
}
