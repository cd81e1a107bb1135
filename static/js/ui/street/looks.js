/* What the style sheets say of a shape, for a street that is painted: by the names around it and its own. They know
 * theme, season and forced colours, and so they are asked, once for each look; nothing here knows a colour. */
import { build } from "./render.js";

const SYSTEM = ["(prefers-color-scheme: dark)", "(forced-colors: active)", "(prefers-contrast: more)"].map(matchMedia);
const MOST = 40; // shapes asked for in one frame: a browser works out the style of each
const heard = [];
let known = new Map(); // the picture's names -> names of a shape and of what it lies in -> look
let now = themeOf();

for (const query of SYSTEM) query.addEventListener("change", forget);
new MutationObserver(forget).observe(document.documentElement, { attributeFilter: ["data-theme"] });

/** Call `act()` whenever colours are others. */
export function whenLooksChange(act) {
  heard.push(act);
}

/** The looks of shapes in a picture of these class names: a Map by the names of each, `group/own`, with all `wanted` in
 * it: {fill, stroke, over, isLineFirst}, and of a line {under, width, cap, join, dash}. `over` and `under` say how
 * opaque each is; a colour is null where nothing of it is seen. */
export function looksIn(picture, wanted) {
  const looks = heldIn(picture);
  const missing = missingIn(looks, wanted);
  if (missing.length) ask(picture, missing, looks);
  return looks;
}

/** Ask for some of the looks of all these shapes that are not known, as many as a frame has time for; answers whether
 * all are known then. */
export function learnLooks(picture, wanted) {
  const looks = heldIn(picture);
  const missing = missingIn(looks, wanted);
  if (missing.length) ask(picture, missing.slice(0, MOST), looks);
  return missing.length <= MOST;
}

function heldIn(picture) {
  if (!known.has(picture)) known.set(picture, new Map());
  return known.get(picture);
}

const missingIn = (looks, wanted) => [...new Set(wanted)].filter((names) => !looks.has(names));

/** Whether the looks of all these shapes are known, so that nothing is asked for them (as looksIn). */
export const knowsLooks = (picture, wanted) => wanted.every((names) => known.get(picture)?.has(names));

function themeOf() {
  return [document.documentElement.dataset.theme, ...SYSTEM.map(({ matches }) => matches)].join(" ");
}

function forget() {
  if (now === themeOf()) return;
  now = themeOf();
  known = new Map();
  for (const act of heard) act();
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

/* A browser takes long for each property that is asked: what no paint shows is not asked for. */
function read(style) {
  const seen = style.visibility === "hidden" || style.display === "none" ? 0 : Number(style.opacity);
  const fill = seen ? colour(style.fill) : null;
  const stroke = seen ? colour(style.stroke) : null;
  return {
    fill,
    stroke,
    over: fill && seen * style.fillOpacity,
    ...(stroke && lineOf(style, seen)),
    isLineFirst: Boolean(fill && stroke) && style.paintOrder.startsWith("stroke"),
  };
}

const lineOf = (style, seen) => ({
  under: seen * style.strokeOpacity,
  width: parseFloat(style.strokeWidth),
  cap: style.strokeLinecap,
  join: style.strokeLinejoin,
  dash: style.strokeDasharray === "none" ? [] : style.strokeDasharray.split(/[ ,]+/).map(parseFloat),
});

const colour = (paint) => (paint === "none" ? null : paint);
