/* A small picture of few elements: forty tables on a wall are forty pictures. Groups and transforms are worked out
 * into absolute paths, and shapes that look alike become one path where nothing lies between them. The picture
 * stays the same to the eye. */
import { round } from "./node.js";
import { moved, outline } from "./paths.js";

/* How far back a shape is looked for that another one can join. */
const BACK = 40;
const STROKE = 4;
const WHOLE = { a: 1, b: 0, c: 0, d: 1, e: 0, f: 0 };
const TENTHS = 10;
const SIGNS = ["s-alarm", "s-on-alarm", "s-mended", "s-tick-mark"]; // however small
const NEAR = 1;

/** A part of a picture as its kind (SIZES) has it: whole; of few shapes, without those that do not show: faded away,
 * gone, or of a class in `unseen`; or for a flat picture as layers, which its parts share. `scale` is that of the group
 * that a part of a flat one comes to stand in. */
export function reduced(shape, { detail, flat }, unseen = [], scale = 1) {
  if (flat) return layersOf(shape, { unseen, least: flat, scale });
  return detail ? shape : flattened(shape, unseen);
}

/* As one group of the same place and class, made of as few paths as can be. */
function flattened(shape, unseen = []) {
  const layers = [];
  for (const child of shape.children) gather(child, WHOLE, layers, { unseen: ["s-gone", ...unseen] });
  return { ...shape, children: layers.map(pathOf) };
}

/* Moved as its transform says, to whole units, and without what is smaller than `least` both ways or nearly faded. */
function layersOf(shape, { unseen, least, scale }) {
  const placed = read(shape.attributes.transform ?? "");
  const matrix = scale === 1 ? placed : { ...WHOLE, e: placed.e / scale, f: placed.f / scale };
  const layers = [];
  for (const child of shape.children)
    gather(child, matrix, layers, { unseen: ["s-gone", ...unseen], least: least / scale });
  return layers.map(({ name, opacity, parts }) => ({
    name,
    opacity,
    d: parts.join(""),
    look: `${name} ${opacity ?? ""}`,
  }));
}

/** A layer, {name, opacity, parts}, as one path. */
export function pathOf({ name, opacity, parts }) {
  const attributes = { d: parts.join(""), class: name, ...(opacity === undefined ? {} : { opacity }) };
  return { tag: "path", attributes, children: [], key: null };
}

function gather({ tag, attributes, children }, matrix, layers, how) {
  const { class: name = "" } = attributes;
  const opacity = how.least ? faded(attributes.opacity) : attributes.opacity;
  if (opacity === "0" || how.unseen.some((gone) => name.includes(gone))) return;
  const own = attributes.transform ? times(matrix, read(attributes.transform)) : matrix;
  if (tag === "g") for (const child of children) gather(child, own, layers, how);
  else join(layers, name, opacity, moved(outline(tag, attributes), own, how.least ? Math.round : round), how.least);
}

/* To a tenth, so that more looks alike. */
function faded(opacity) {
  if (opacity === undefined) return opacity;
  const seen = Math.round(opacity * TENTHS) / TENTHS;
  return seen === 1 ? undefined : String(seen);
}

function join(layers, name, opacity, { d, box }, least) {
  if (!d || (least && !SIGNS.includes(name) && Math.max(box[2] - box[0], box[3] - box[1]) < least)) return;
  const edge = least ? NEAR : STROKE;
  const wide = [box[0] - edge, box[1] - edge, box[2] + edge, box[3] + edge];
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
