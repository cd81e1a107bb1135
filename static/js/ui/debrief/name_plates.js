/* The names of the tasks that a line speaks of, each under its own front in the large picture of a street on a wall. */
import { html, svg } from "../shared/svg.js";
import { layout } from "../street/sizes.js";

const LETTERS = { full: 42, strip: 48 }; // how high, in units of the picture
const LINE = 1.1; // of a letter's height
const LETTER = 0.61; // how wide one is of its height
const FEW = 4; // tasks: of so many, names on one row have the square between them
const ROWS = 2;

/** A picture of a street of `kind` (`drawn`, with its `frame`) with the names of the tasks in `codes`: as high whether
 * it names any or not. A second drawing of the same size lies over it, as the first one moves by itself. */
export function named(drawn, frame, codes, kind, word) {
  const { plots, pitch, gap, width, height } = layout(kind, frame.tasks.length);
  const size = LETTERS[kind];
  const apart = ROWS * pitch + (plots.length > FEW ? 0 : gap); // of two names on one row
  const most = Math.floor(apart / (size * LETTER));
  const hasLines = kind === "full"; // in a smaller picture a line would go through the name beside it
  const names = frame.tasks.flatMap(({ code }, k) =>
    codes.includes(code) ? plate(cut(word(`task.${code}.name`), most), plots[k], height, k % ROWS, size, hasLines) : [],
  );
  const whole = height + Math.round(size * (ROWS * LINE + 0.1));
  const viewBox = `0 0 ${width} ${whole}`;
  const over = svg("svg", { class: "names", viewBox, "aria-hidden": "true" }, ...names);
  drawn.firstElementChild.setAttribute("viewBox", viewBox); // so that both are as large, whatever room there is
  return html("div", "large with-names", drawn, html("div", "still", over));
}

/* Fronts stand closer than names are wide: every other one is a row lower, and may have a line up to its front. */
function plate(name, x, foot, row, size, hasLine) {
  const y = foot + size * (0.9 + row * LINE);
  const text = svg("text", { x, y, "font-size": size, "text-anchor": "middle" }, name);
  return row && hasLine ? [svg("line", { x1: x, x2: x, y1: foot, y2: y - size * 0.8 }), text] : [text];
}

const cut = (name, most) => (name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name);
