/* Keeping a chart as a file: a copy of its SVG that looks the same without this site's style sheets. */
import { lastOf } from "../../../state/lists.js";

const KEPT = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linecap",
  "stroke-linejoin",
  "stroke-opacity",
  "font-size",
  "font-weight",
  "opacity",
];
const FONT = "system-ui, 'Segoe UI', Roboto, 'Liberation Sans', sans-serif";

/** Let the browser keep `drawing` (an SVG in the page) as `name`.svg. */
export function saveDrawing(drawing, name) {
  const text = new XMLSerializer().serializeToString(standalone(drawing));
  const address = URL.createObjectURL(new Blob([text], { type: "image/svg+xml" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${name}.svg`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/* A copy of an SVG with its colours, dashes and letters as attributes, on paper. */
function standalone(drawing) {
  const copy = drawing.cloneNode(true);
  const originals = [drawing, ...drawing.querySelectorAll("*")];
  [copy, ...copy.querySelectorAll("*")].forEach((node, index) => {
    const style = getComputedStyle(originals[index]);
    for (const name of KEPT) {
      const value = style.getPropertyValue(name);
      if (value && !node.hasAttribute(name)) node.setAttribute(name, value);
    }
  });
  const { width, height } = drawing.viewBox.baseVal;
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("font-family", FONT);
  const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  for (const [key, value] of Object.entries({ width, height, fill: getComputedStyle(document.body).backgroundColor }))
    paper.setAttribute(key, String(value));
  const after = lastOf([...copy.children].filter((node) => ["title", "desc"].includes(node.tagName)));
  if (after) after.after(paper);
  else copy.prepend(paper);
  return copy;
}
