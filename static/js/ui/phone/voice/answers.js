/* Answers that a phone gives with a tap, one out of several: a guess about luck, a pick of what would have mattered. */
import { MOODS, face } from "../../debrief/charts/tally.js";
import { at, say, write } from "../../shared/dom.js";
import { word } from "../../../state/words.js";

/** One answer out of several in the box `id`, sent with the tap; `redraw` is called once the server has said what it
 * made of it. */
export function createAnswerer(send, redraw, id, name, command) {
  const box = at(id);
  const part = (what) => box.querySelector(`[data-part=${what}]`);
  let wanted = null;
  box.addEventListener("change", async (event) => {
    wanted = event.target.value;
    const sent = send(command(wanted), name);
    say(part("refused"), "");
    say(part("state"), word("debrief.voice.sending"));
    const answer = await sent;
    if (answer.type === "replaced") return;
    wanted = null;
    say(part("state"), answer.type === "ack" ? word("debrief.voice.kept") : "");
    if (answer.type === "refused") say(part("refused"), word(`refused.${answer.code}`, answer.params));
    redraw();
  });
  return {
    show(isShown, value) {
      box.hidden = !isShown;
      const chosen = wanted ?? value;
      for (const input of box.querySelectorAll("input")) input.checked = input.value === String(chosen ?? "");
    },
  };
}

/** Fill the fieldset in `id` with radio buttons ([value, text] each), unless it has just these. */
export function fillOptions(id, name, options) {
  const set = at(id).querySelector("fieldset");
  const wanted = options.map(([value]) => value).join();
  if (set.dataset.options === wanted) return;
  set.dataset.options = wanted;
  for (const old of set.querySelectorAll("label")) old.remove();
  set.append(...options.map(([value, text]) => option(name, value, "role-pick", "", text)));
}

/** Fill the fieldset `id` with a face and its word for every mood. */
export function fillMoods(id, name) {
  at(id).append(...MOODS.map((mood) => option(name, mood, "mood-pick", face(mood), word(`debrief.mood.${mood}`))));
}

/* A radio button as a label: `mark` before its text. */
function option(name, value, kind, mark, text) {
  const input = Object.assign(document.createElement("input"), { type: "radio", name, value });
  const shown = document.createElement("span");
  shown.className = `${kind}-face`;
  const told = document.createElement("span");
  write(told, text);
  shown.append(mark, told);
  const label = document.createElement("label");
  label.className = kind;
  label.append(input, shown);
  return label;
}

/** The value of the radio button that is on, "" for none. */
export function picked(name) {
  return document.querySelector(`input[name=${name}]:checked`)?.value ?? "";
}

/** Put the radio button with this value on, the others off. */
export function check(name, value) {
  for (const input of document.querySelectorAll(`input[name=${name}]`)) input.checked = input.value === value;
}
