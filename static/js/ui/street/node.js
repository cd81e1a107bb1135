/* The pencil box of the street: shapes as plain values, so that a picture is a pure function of its data and needs
 * no page.
 *
 * Local measures: a plot is about 200 wide, (0, 0) is the middle of a front's foot, y gets smaller upwards. Only
 * classes and presentation attributes: no ids, no style attributes, nothing that a strict content policy refuses. */

export const round = (value) => Math.round(value * 10) / 10;
export const clip = (value) => Math.min(1, Math.max(0, value));
export const times = (count, make) => Array.from({ length: Math.max(0, count) }, (_, index) => make(index));
/** A number from 0 to 1 that is always the same for the same seed, so that nothing is drawn by chance. */
export const noise = (seed) => (Math.abs(Math.sin(seed * 127.1 + 31.7)) * 4375.85) % 1;

/* Class names of a picture begin with s-, so that no page's own names reach into it. */
const classes = (names) =>
  names
    .split(" ")
    .filter(Boolean)
    .map((name) => `s-${name}`)
    .join(" ");

/** A shape: its tag, attributes (numbers to one decimal, nothing for undefined) and the shapes inside it. */
export function el(tag, attributes, ...children) {
  const written = {};
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined) continue;
    written[name] = name === "class" ? classes(value) : String(typeof value === "number" ? round(value) : value);
  }
  return { tag, attributes: written, children: children.flat(Infinity).filter(Boolean), key: null };
}

export const g = (name, ...children) => el("g", { class: name }, ...children);
export const at = (x, y, ...children) => el("g", { transform: `translate(${round(x)} ${round(y)})` }, ...children);
export const sized = (x, y, scale, ...children) =>
  el("g", { transform: `translate(${round(x)} ${round(y)}) scale(${scale})` }, ...children);
export const turned = (degrees, x, y, ...children) =>
  el("g", { transform: `translate(${round(x)} ${round(y)}) rotate(${round(degrees)})` }, ...children);
export const rect = (x, y, width, height, name, more) => el("rect", { x, y, width, height, class: name, ...more });
export const disc = (cx, cy, r, name, more) => el("circle", { cx, cy, r, class: name, ...more });
export const oval = (cx, cy, rx, ry, name, more) => el("ellipse", { cx, cy, rx, ry, class: name, ...more });
export const path = (d, name, more) => el("path", { d, class: name, ...more });
export const faded = (opacity) => ({ opacity: String(Math.round(clip(opacity) * 100) / 100) });

/** Something that comes and goes: by `key`, unique among its siblings, a change knows it again. */
export function keyed(key, node) {
  node.key = key;
  return node;
}
