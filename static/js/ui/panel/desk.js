/* What every part of the panel uses to act: sending with the step that is shown, refusals where one acted, asking,
 * undoing. */
import { showAddress } from "../shared/address.js";
import { openDialog } from "../shared/dialog.js";
import { attribute } from "../shared/attribute.js";
import { at, say, write } from "../shared/dom.js";
import { word } from "../../state/words.js";

const TOAST_MS = 12000;
const UNSAID = ["stale_step", "just_moved_on"];

export function createDesk(socket) {
  let undo = null;
  let hide = 0;

  const desk = {
    room: null,

    /* Send a command; what is refused appears in `place`. Answers the server's answer. */
    async send(command, place = "refused") {
      const sent = socket.send({ step: desk.room?.step ?? 0, ...command });
      say(at(place), "");
      const answer = await sent;
      // A press that bounced, or that another device was ahead of, needs no words: what it was for has happened.
      if (answer.type === "refused" && !UNSAID.includes(answer.code))
        say(at(place), word(`refused.${answer.code}`, answer.params));
      return answer;
    },

    /* Let the screens show another picture of the step they are at, where they do not yet. */
    showPart(part) {
      const { step, part: shown, table } = desk.room.debrief;
      if (part !== shown) desk.send({ type: "show_debrief", view: step, part, table });
    },

    /* Send a command that can be undone by `inverse` (commands), and offer that. */
    async act(command, done, inverse, place = "people-refused") {
      const answer = await desk.send(command, place);
      if (answer.type === "ack") desk.tell(done, inverse);
      return answer;
    },

    tell(text, inverse = null) {
      undo = inverse;
      say(at("toast-text"), text);
      at("toast").hidden = false;
      at("toast-undo").hidden = !inverse;
      clearTimeout(hide);
      hide = setTimeout(() => (at("toast").hidden = true), TOAST_MS);
    },

    /* Ask first; answers whether they are sure. */
    sure(what, params = {}) {
      for (const part of ["title", "text", "yes"])
        write(at(`confirm-${part}`), word(`ui.panel.confirm.${what}.${part}`, params));
      return desk.open("confirm");
    },

    /* Open a dialog and answer whether it was closed with yes. */
    async open(id) {
      return (await openDialog(at(id))) === "yes";
    },

    /* Show a one-time code or link; `path` leads to where it is used. */
    showCode(what, { code = "", qr = "", path, params = {} }) {
      write(at("code-title"), word(`ui.panel.code.${what}.title`, params));
      write(at("code-text"), word(`ui.panel.code.${what}.text`, params));
      write(at("code-once"), word(`ui.panel.code.${what}.once`));
      say(at("code-big"), code && `${code.slice(0, 4)} ${code.slice(4)}`);
      at("code-qr").hidden = !qr;
      at("code-keep").hidden = what !== "link"; // nobody keeps what works for ten minutes
      if (qr) at("code-qr").dataset.qr = qr;
      else delete at("code-qr").dataset.qr;
      at("code-link").dataset.path = path;
      showAddress(desk.room.address, at("code"));
      return desk.open("code");
    },
  };

  at("toast-undo").addEventListener("click", async () => {
    at("toast").hidden = true;
    for (const command of undo ?? []) {
      const answer = await desk.send(command, "refused");
      if (answer.type === "refused") break;
    }
  });
  return desk;
}

/** Show a switch's state on a button. */
export function press(button, on) {
  attribute(button, "aria-pressed", on);
}
