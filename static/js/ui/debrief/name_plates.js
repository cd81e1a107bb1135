/* The names of the tasks that a line speaks of, each under its own front in the large picture of a street on a wall. */
import { html, svg } from "../shared/svg.js";
import { layout } from "../street/sizes.js";

const LETTERS = { full: 40, strip: 46 }; // how high, in units of the picture
const LINE = 1.05; // of a letter's height
const LETTER = 0.56; // how wide one is of its height
const LINES = 2;

/** A picture of a street of `kind` (`drawn`, with its `frame`) with the names of the tasks in `codes`: as high whether
 * it names any or not. A second drawing of the same size lies over it, as the first one moves by itself. */
export function named(drawn, frame, codes, kind, word) {
  const { plots, pitch, width, height } = layout(kind, frame.tasks.length);
  const size = LETTERS[kind];
  const most = Math.floor(pitch / (size * LETTER));
  const names = frame.tasks.flatMap(({ code }, k) => {
    const lines = codes.includes(code) ? wrapped(word(`task.${code}.name`), most) : [];
    const at = (index) => ({ x: plots[k], y: height + size * (1 + index * LINE), "font-size": size });
    return lines.map((line, index) => svg("text", { ...at(index), "text-anchor": "middle" }, line));
  });
  const whole = height + Math.round(size * (LINES * LINE + 0.2));
  const over = svg("svg", { class: "names", viewBox: `0 0 ${width} ${whole}`, "aria-hidden": "true" }, ...names);
  const made = html("div", "large named", drawn, over);
  made.style.setProperty("--ratio", `${width} / ${whole}`);
  drawn.firstElementChild.setAttribute("preserveAspectRatio", "xMidYMin");
  return made;
}

/* A name in lines of at most so many letters, or of one longer word; what does not fit on the last is left out. */
function wrapped(name, most) {
  const lines = [""];
  for (const part of name.split(" ")) {
    const last = lines.length - 1;
    const longer = `${lines[last]} ${part}`.trim();
    if (longer.length <= most || !lines[last]) lines[last] = longer;
    else lines.push(part);
  }
  return lines.length > LINES ? [...lines.slice(0, LINES - 1), `${lines[LINES - 1]} …`] : lines;
}
