/* A pause between two texts, told on the button. */
import { write } from "../../shared/dom.js";
import { word } from "../../../state/words.js";

/** Say on the button how long it rests, then let it go on: `done()`. */
export function rest(button, seconds, done) {
  const before = word("debrief.voice.send");
  let left = seconds;
  button.setAttribute("aria-disabled", "true");
  write(button, word("debrief.voice.wait", { count: left }));
  const timer = setInterval(() => {
    left -= 1;
    write(button, left ? word("debrief.voice.wait", { count: left }) : before);
    if (left) return;
    clearInterval(timer);
    button.removeAttribute("aria-disabled");
    done();
  }, 1000);
}
