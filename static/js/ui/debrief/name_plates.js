/* The names of tasks, each under its own front in the large picture of a street: those that its line speaks of stand
 * out. */
import { platesOf } from "../../state/plates.js";
import { html, svg } from "../shared/svg.js";
import { layout } from "../street/sizes.js";

const LETTERS = { full: 42, strip: 48, phone: 60 }; // how high, in units of the picture
const LINE = 1.1; // of a letter's height
const ROWS = 2;

/** A picture of a street of `kind` (`drawn`, with its `frame`) with the names of its tasks, always all of them, so that
 * nothing comes or goes; those in `codes` stand out, and a phone has room for these only. */
export function named(drawn, frame, codes, kind, word, isPhone = false) {
  const { plots, width, height } = layout(kind, frame.tasks.length);
  const size = LETTERS[isPhone ? "phone" : kind];
  const hasLines = kind === "full"; // in a smaller picture a line would go through the name beside it
  const told = frame.tasks
    .map(({ code }, k) => ({ k, told: word(`task.${code}.name`), isSaid: codes.includes(code) }))
    .filter(({ isSaid }) => isSaid || !isPhone);
  const names = platesOf(told, plots, width, size).flatMap((plate, i) =>
    drawnPlate(plate, height, size, hasLines, told[i].isSaid ? "said" : ""),
  );
  return over(drawn, names, width, height + Math.round(size * (ROWS * LINE + 0.1)));
}

/** A picture of a street with `shapes` over it and under its foot, `whole` high: a second drawing of the same size lies
 * over the first one, which moves by itself. */
export function over(drawn, shapes, width, whole) {
  const viewBox = `0 0 ${width} ${whole}`;
  const above = svg("svg", { class: "names", viewBox, "aria-hidden": "true" }, ...shapes);
  drawn.firstElementChild.setAttribute("viewBox", viewBox); // so that both are as large, whatever room there is
  return html("div", "large with-names", drawn, html("div", "still", above));
}

/* Every other one is a row lower, and may have a line up to its front. */
function drawnPlate({ told, row, x, line }, foot, size, hasLines, className) {
  const y = foot + size * (0.9 + row * LINE);
  const text = svg("text", { class: className, x, y, "font-size": size, "text-anchor": "middle" }, told);
  return hasLines && line !== null ? [svg("line", { x1: line, x2: line, y1: foot, y2: y - size * 0.8 }), text] : [text];
}
