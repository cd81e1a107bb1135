/* What the facilitator wrote for this step: kept as it is typed, and tried again until the server has it. */
import { at, write } from "../shared/dom.js";
import { word } from "../../state/words.js";

const PAUSE_MS = 700;
const AGAIN_MS = 4000;

export function createOwnNote() {
  const field = at("own-note");
  const notes = JSON.parse(at("own-notes").textContent);
  const unsent = new Map();
  let step = "";
  let timer = 0;
  let sending = false;

  function soon(ms) {
    clearTimeout(timer);
    timer = setTimeout(send, ms);
  }

  async function send() {
    const [[of, text] = []] = unsent;
    if (of === undefined || sending) return;
    sending = true;
    const answer = await post(of, text);
    sending = false;
    if (answer?.ok && unsent.get(of) === text) unsent.delete(of);
    if (answer?.ok) write(at("own-note-state"), unsent.size ? "" : word("ui.panel.note_kept"));
    else write(at("own-note-state"), word("ui.panel.note_unkept"));
    if (unsent.size) soon(answer?.ok ? 0 : AGAIN_MS);
  }

  field.addEventListener("input", () => {
    notes[step] = field.value;
    unsent.set(step, field.value);
    write(at("own-note-state"), "");
    soon(PAUSE_MS);
  });
  field.addEventListener("blur", send);

  return {
    draw(room) {
      if (room.own_note === step) return;
      step = room.own_note;
      field.value = notes[step] ?? "";
      if (!unsent.size) write(at("own-note-state"), "");
      send();
    },
  };
}

async function post(step, text) {
  // Not FormData, which writes another end of line than what was typed.
  const csrfmiddlewaretoken = document.querySelector("[name=csrfmiddlewaretoken]").value;
  const body = new URLSearchParams({ csrfmiddlewaretoken, step, text });
  try {
    return await fetch(`/control/${document.body.dataset.workshop}/notes/`, { method: "POST", body });
  } catch {
    return null;
  }
}
