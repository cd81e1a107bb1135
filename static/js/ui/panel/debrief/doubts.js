/* Which arrow do you not believe? A slider for every constant behind an arrow, with what the rules say marked on it. */
import { structure } from "../../../state/structure.js";
import { at, copy, fillList, put, say } from "../../shared/dom.js";
import { word } from "../../../state/words.js";

const DOUBTED = Object.keys(structure.arrows).filter((code) => structure.arrows[code].constants.length);
const STEP = 5;
const RULES = 100;
const SETTLED_MS = 250;

export function createDoubts(desk) {
  let room = null;
  let arrow = "";

  const doubted = (constant) => room.debrief.doubts.find((doubt) => doubt.constant === constant);
  /* Values go to people as a percentage of what the rules have. */
  const percentOf = (constant, value) => Math.round((value / room.sliders[constant].value) * RULES);
  const mostOf = (constant) => Math.floor(percentOf(constant, room.sliders[constant].high) / STEP) * STEP;

  async function send(constant, value) {
    const answer = await desk.send({ type: "doubt", constant, value }, "doubts-refused");
    if (answer.type === "ack" && value !== null) desk.showPart("doubt");
  }

  function makeSlider() {
    const made = copy("doubt");
    const { range, back } = made.parts;
    range.addEventListener("input", () => drawValue(made, Number(range.value)));
    // Each arrow key is a change of its own; only where the slider comes to rest is tried.
    range.addEventListener("change", () => {
      clearTimeout(made.settling);
      made.settling = setTimeout(() => attempt(made), SETTLED_MS);
    });
    back.addEventListener("click", () => send(made.constant, null));
    return made;
  }

  function attempt(made) {
    made.settling = 0;
    const percent = Number(made.parts.range.value);
    const { low, value, high } = room.sliders[made.constant];
    send(made.constant, percent === RULES ? null : Math.min(high, Math.max(low, (value * percent) / RULES)));
  }

  function drawValue({ parts }, percent) {
    const text = word(percent === RULES ? "ui.panel.doubt.rules" : "ui.panel.doubt.percent", { percent });
    put(parts.value, "textContent", text);
    parts.range.setAttribute("aria-valuetext", text);
  }

  function drawSlider(made, constant) {
    const { parts, node } = made;
    const isOther = made.constant !== constant;
    made.constant = constant;
    put(node.dataset, "constant", constant);
    put(parts.name, "textContent", word(`debrief.constant.${constant}`));
    const most = mostOf(constant);
    put(parts.range, "max", String(most));
    parts.mark.setAttribute("x", String((RULES / most) * 100 - 0.5));
    const doubt = doubted(constant);
    const percent = doubt ? percentOf(constant, doubt.value) : RULES;
    // Whoever is sliding right now is not pulled back by what the room is told meanwhile.
    if (isOther) (clearTimeout(made.settling), (made.settling = 0));
    if (isOther || (made.percent !== percent && !made.settling)) parts.range.value = String(percent);
    made.percent = percent;
    drawValue(made, Number(parts.range.value));
    parts.back.disabled = !doubt;
    put(parts["back-of"], "textContent", word(`debrief.constant.${constant}`));
  }

  function drawChoices() {
    const select = at("doubt-arrow");
    if (select.options.length > 1) return;
    select.append(...DOUBTED.map((code) => new Option(word(`debrief.arrow.${code}`), code)));
  }

  function draw() {
    const of = (structure.arrows[arrow]?.constants ?? []).filter((constant) => room.sliders[constant]?.value > 0);
    fillList(at("doubt-sliders"), of, makeSlider, drawSlider);
    const others = room.debrief.doubts.filter((doubt) => !of.includes(doubt.constant));
    fillList(at("doubts-kept"), others, makeKept, (made, doubt) => {
      made.constant = doubt.constant;
      const name = word(`debrief.constant.${doubt.constant}`);
      put(
        made.parts.name,
        "textContent",
        word("ui.panel.doubt.kept", { name, percent: percentOf(doubt.constant, doubt.value) }),
      );
      put(made.parts["away-word"], "textContent", name);
    });
  }

  function makeKept() {
    const made = copy("doubt-kept");
    made.parts.away.addEventListener("click", () => send(made.constant, null));
    return made;
  }

  at("doubt-arrow").addEventListener("change", ({ target }) => {
    arrow = target.value;
    say(at("doubts-refused"), "");
    draw();
  });

  return {
    draw(now) {
      room = now;
      const isOn = room.debrief.step === "what_if";
      at("doubts").hidden = !isOn;
      if (!isOn) return;
      drawChoices();
      draw();
    },
  };
}
