/* The lines that open a phase; what of them is folded stands in more.js. */
import { openingOf } from "../../state/opening.js";
import { at, fillList, say } from "../shared/dom.js";

const FEW_LINES = 2;

/** Draw what is read at once. */
export function drawLines(table, mine) {
  const lines = openingOf(table, mine).shown;
  at("lines").hidden = lines.length === 0;
  at("lines").classList.toggle("many", lines.length > FEW_LINES);
  fillList(
    at("lines"),
    lines,
    () => ({ node: document.createElement("li") }),
    ({ node }, line) => {
      node.className = line.kind;
      say(node, line.text);
    },
  );
}
