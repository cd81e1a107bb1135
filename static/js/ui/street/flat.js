/* A small picture of few elements: forty tables on a wall are forty pictures. Groups and transforms are worked out
 * into absolute paths, and shapes that look alike become one path where nothing lies between them. The picture
 * stays the same to the eye. */
import { moved, outline } from "./paths.js";

/* How far back a shape is looked for that another one can join. */
const BACK = 40;
const STROKE = 4;
const WHOLE = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };

/** The shapes inside `shape` as one group of the same place and class, made of as few paths as can be; without
 * those that do not show: faded away, gone, or of a class in `unseen`. */
export function flattened(shape, unseen = []) {
  const layers = [];
  for (const child of shape.children) gather(child, WHOLE, layers, ["s-gone", ...unseen]);
  const children = layers.map(({ name, opacity, parts }) => ({
    tag: "path",
    attributes: { d: parts.join(""), class: name, ...(opacity === undefined ? {} : { opacity }) },
    children: [],
    key: null,
  }));
  return { ...shape, children };
}

function gather({ tag, attributes, children }, matrix, layers, unseen) {
  const { opacity, class: name = "" } = attributes;
  if (opacity === "0" || unseen.some((gone) => name.includes(gone))) return;
  const own = attributes.transform ? times(matrix, read(attributes.transform)) : matrix;
  if (tag === "g") for (const child of children) gather(child, own, layers, unseen);
  else join(layers, name, opacity, moved(outline(tag, attributes), own));
}

function join(layers, name, opacity, { d, box }) {
  if (!d) return;
  const wide = [box[0] - STROKE, box[1] - STROKE, box[2] + STROKE, box[3] + STROKE];
  const last = layers.length - 1;
  for (let i = last; i >= 0 && i > last - BACK; i -= 1) {
    const layer = layers[i];
    if (layer.name === name && layer.opacity === opacity) {
      layer.parts.push(d);
      layer.boxes.push(wide);
      return;
    }
    if (layer.boxes.some((other) => meet(other, wide))) break;
  }
  layers.push({ name, opacity, parts: [d], boxes: [wide] });
}

const meet = (one, other) => one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3];

/* The matrix of a transform that node.js writes: translate, then rotate, then scale. */
function read(transform) {
  let matrix = WHOLE;
  for (const [, kind, values] of transform.matchAll(/(\w+)\(([^)]*)\)/g)) {
    const [x, y] = values.split(" ").map(Number);
    if (kind === "translate") matrix = times(matrix, { ...WHOLE, e: x, f: y });
    if (kind === "scale") matrix = times(matrix, { ...WHOLE, a: x, d: y ?? x });
    if (kind === "rotate") matrix = times(matrix, turn((x * Math.PI) / 180));
  }
  return matrix;
}
const turn = (angle) => ({
  a: Math.cos(angle),
  b: Math.sin(angle),
  c: -Math.sin(angle),
  d: Math.cos(angle),
  e: 0,
  f: 0,
});
const times = (one, other) => ({
  a: one.a * other.a + one.c * other.b,
  b: one.b * other.a + one.d * other.b,
  c: one.a * other.c + one.c * other.d,
  d: one.b * other.c + one.d * other.d,
  e: one.a * other.e + one.c * other.f + one.e,
  f: one.b * other.e + one.d * other.f + one.f,
});
