/* What the style sheets say of a shape, for a street that is painted: by the names around it and its own. They know
 * theme, season and forced colours, and so they are asked, once for each look; nothing here knows a colour. */
import { build } from "./render.js";

const SYSTEM = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"].map(matchMedia);
const painters = new Set();
let known = new Map(); // the picture's names -> names of a shape and of what it lies in -> look
let now = themeOf();

for (const query of SYSTEM) query.addEventListener("change", forget);
new MutationObserver(forget).observe(document.documentElement, { attributeFilter: ["data-theme"] });

/** Call `again()` whenever colours are others, until it answers false. */
export function whenLooksChange(again) {
  painters.add(again);
}

/** The looks of shapes in a picture of these class names: a Map by the names of each, `group/own`, with all `wanted` in
 * it: {fill, stroke, over, under, width, cap, join, dash, isLineFirst}; `over` and `under` say how opaque each is. */
export function looksIn(picture, wanted) {
  if (!known.has(picture)) known.set(picture, new Map());
  const looks = known.get(picture);
  const missing = [...new Set(wanted)].filter((names) => !looks.has(names));
  if (missing.length) ask(picture, missing, looks);
  return looks;
}

function themeOf() {
  return [document.documentElement.dataset.theme, ...SYSTEM.map(({ matches }) => matches)].join(" ");
}

function forget() {
  if (now === themeOf()) return;
  now = themeOf();
  known = new Map();
  for (const again of painters) if (!again()) painters.delete(again);
}

/* All that are missing at once, so that the page's styles are worked out once; what is hidden is not laid out. */
function ask(picture, missing, looks) {
  const shapes = missing.map((names) => {
    const [group, own] = names.split("/");
    return shape("g", group, [shape("path", own, [])]);
  });
  const probe = document.createElement("div");
  probe.hidden = true;
  const drawn = build(shape("svg", picture, shapes));
  probe.append(drawn);
  document.body.append(probe);
  missing.forEach((names, index) => looks.set(names, read(getComputedStyle(drawn.children[index].firstChild))));
  probe.remove();
}

const shape = (tag, names, children) => ({ tag, attributes: names ? { class: names } : {}, children });

function read(style) {
  const seen = style.visibility === "hidden" || style.display === "none" ? 0 : Number(style.opacity);
  return {
    fill: colour(style.fill),
    stroke: colour(style.stroke),
    over: seen * style.fillOpacity,
    under: seen * style.strokeOpacity,
    width: parseFloat(style.strokeWidth),
    cap: style.strokeLinecap,
    join: style.strokeLinejoin,
    dash: style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[ ,]+/).map(parseFloat),
    isLineFirst: style.paintOrder.startsWith("stroke"),
  };
}

const colour = (paint) => (paint === "none" ? null : paint);
