/* The pictures that a task may have, to press one: beside the list of their names, which is what is stored. */
import { createPlot, worldOf } from "../street/street.js";
import { inTurn } from "../street/turns.js";

const TENDED = 0.7; // how a picture looks while one picks it

/** Draw them in every task whose fold is opened, in the scene of this world; without them one picks by name. */
export function offerPlots(scene) {
  for (const row of document.querySelectorAll("[data-plots]")) {
    const fold = row.closest("details");
    const offer = () => fold.open && !row.dataset.plots && draw(row, scene);
    fold.addEventListener("toggle", offer);
    offer();
  }
}

async function draw(row, scene) {
  row.dataset.plots = "drawn";
  const select = row.querySelector("select");
  const box = document.createElement("div");
  box.className = "plot-choices";
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", select.labels[0].textContent);
  const buttons = [...select.options].map((option) => buttonOf(option, select));
  const mark = () => {
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.value === select.value));
  };
  select.addEventListener("change", mark);
  mark();
  box.append(...buttons);
  row.append(box); // at once, as tall as it will be: nothing jumps when the pictures come
  const codes = buttons.map((button) => button.value);
  const tasks = codes.map((code) => ({ code, quality: TENDED }));
  const world = await worldOf(scene, codes);
  // One by one: a row of turns (inTurns) would drop what another fold still waits for.
  for (const [k, button] of buttons.entries())
    inTurn(() => {
      createPlot(button, world, k).show({ tasks, label: "" });
      button.firstElementChild.setAttribute("aria-hidden", "true");
    });
}

function buttonOf(option, select) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", value: option.value, title: option.text });
  button.setAttribute("aria-label", option.text);
  button.addEventListener("click", () => {
    select.value = option.value;
    for (const name of ["input", "change"]) select.dispatchEvent(new Event(name, { bubbles: true }));
  });
  return button;
}
