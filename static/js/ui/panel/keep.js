/* A link that is shown once: to be copied, put on paper, and put away. */
import { at } from "../shared/dom.js";

/** Let the page's buttons do that: each names what it is for by its id. */
export function keepable() {
  each("hide", (button, id) => at(id).remove());
  each("copy", (button, id) => {
    at(id).select();
    document.execCommand("copy"); // a page that came without https has no other way
    button.textContent = button.dataset.done;
  });
  each("print", (button, id) => printAlone(at(id)));
}

function each(what, act) {
  for (const button of document.querySelectorAll(`[data-${what}]`))
    button.addEventListener("click", () => act(button, button.dataset[what]));
}

/* Nothing of the page but this (panel/print.css): its QR code, and the link as a text, as a field cuts it off. */
async function printAlone(part) {
  const code = part.querySelector("img[data-qr]");
  const folded = code.closest("details:not([open])");
  const whole = document.createElement("p");
  whole.className = "whole-link";
  whole.textContent = part.querySelector("input").value;
  folded?.setAttribute("open", "");
  if (!code.complete)
    await new Promise((done) => ["load", "error"].forEach((what) => code.addEventListener(what, done)));
  part.append(whole);
  part.classList.add("on-paper");
  document.body.classList.add("prints-part");
  const putBack = () => {
    whole.remove();
    part.classList.remove("on-paper");
    document.body.classList.remove("prints-part");
    folded?.removeAttribute("open");
  };
  addEventListener("afterprint", putBack, { once: true });
  print();
}
