/* Ties each front of the one street to what is said under it: words that are read at ten metres are wider than
 * fronts. */
import { at } from "../shared/dom.js";
import { layout } from "../street/sizes.js";

const NS = "http://www.w3.org/2000/svg";
const LEAST = 6; // px aside, from which on an eye looks for the front

/** Draw them; `wide` is the width of the picture in px, which may still be on its way there. */
export function drawTies(wide) {
  const svg = at("street-ties");
  const tasks = [...at("street-tasks").children];
  const box = svg.getBoundingClientRect();
  const { plots, width } = layout("full", tasks.length);
  const lines = tasks.map((task, k) => {
    const { left, right } = task.getBoundingClientRect();
    const from = box.width / 2 + (plots[k] / width - 0.5) * wide;
    const to = (left + right) / 2 - box.left;
    return Math.abs(to - from) < LEAST ? "" : `M${from.toFixed(1)} 0V${box.height / 2}H${to.toFixed(1)}V${box.height}`;
  });
  const tie = svg.firstElementChild ?? svg.appendChild(document.createElementNS(NS, "path"));
  if (tie.getAttribute("d") !== lines.join("")) tie.setAttribute("d", lines.join(""));
}
