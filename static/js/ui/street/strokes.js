/* A drawn film picture as one row of strokes, from back to front, to be painted (painted.js). Knows no page. */
import { moved, outline } from "./paths.js";

const AS_IT_IS = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

/** The strokes of a drawn picture: {names, d, x, y, scale, opacity}; `names` are those of the group and of the shape as
 * looks.js has them, the others where its outline `d` is put and how opaque it is. A part that is remembered (memory in
 * street.js) has the same strokes again. */
export function strokesOf(picture) {
  return picture.children.flatMap(strokesIn);
}

const made = new WeakMap(); // part -> strokes
function strokesIn(part) {
  if (made.has(part)) return made.get(part);
  const isGroup = part.tag === "g";
  const where = placeOf(part.attributes.transform);
  const shapes = isGroup ? part.children : [part];
  const strokes = shapes.map(({ tag, attributes }) => ({
    ...where,
    names: `${(isGroup && part.attributes.class) || ""}/${attributes.class ?? ""}`,
    d: tag === "path" ? attributes.d : moved(outline(tag, attributes), AS_IT_IS).d,
    opacity: Number(attributes.opacity ?? 1),
  }));
  made.set(part, strokes);
  return strokes;
}

/* Where the scene puts a part (node.js): moved, and made smaller. */
function placeOf(transform = "") {
  const numbers = (name) => (new RegExp(`${name}\\(([^)]*)\\)`).exec(transform)?.[1] ?? "").split(" ").map(Number);
  const [x, y = 0] = numbers("translate");
  return { x, y, scale: numbers("scale")[0] || 1 };
}
