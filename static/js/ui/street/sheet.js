/* A picture as one sheet, where there are more than a dozen: nothing in it moves by itself, so it has few elements and
 * no groups to place. Made from a film picture, part by part, and what tables share is made once. */
import { round } from "./node.js";
import { moved, outline } from "./paths.js";
import { drawScene } from "./scene.js";
import { createPicture, createStreet, memory } from "./street.js";

/* What is smaller than so many units both ways is left out: less than a few px of a street on a wall, or on a screen
 * within a screen. What marks is never left out. */
const LEAST = { wall: 8, speck: 36 };
const SIGNS = ["s-alarm", "s-on-alarm", "s-mended", "s-tick-mark"];
const TENTHS = 10;
const MOST = 600;
const SHARED = 0.1; // how much less one waits for what several parts have now

/** A picture in `host`, as createStreet (street.js) has it, also of the kinds "wall" and "speck". */
export function createPictureOf(host, world, kind) {
  if (!(kind in LEAST)) return createStreet(host, world, kind);
  const once = memory(world, "film");
  return createPicture(host, "film", (data) => sheetOf(drawScene(world, data, "film", once), LEAST[kind]));
}

/** A drawn film picture as a sheet, without what is smaller than `least` units both ways. */
export function sheetOf(picture, least) {
  const runs = [];
  for (const part of picture.children) {
    const where = whereOf(part);
    const last = runs[runs.length - 1];
    const run = last?.where === where ? last : { where, parts: [], from: `${where} ${runs.length} ${least}` };
    if (run !== last) runs.push(run);
    run.parts.push(part);
    run.from += ` ${nameOf(part)}`;
  }
  return { ...picture, children: runs.map((run, index) => runOf(run, index, least)) };
}

/* Parts that lie beside each other share their paths; what lies before or behind them has its own. */
function whereOf({ key }) {
  if (key === "hall" || key === "works") return "sides";
  return /^(plot|lamp)/.exec(key)?.[0] ?? key;
}

/* A part that is remembered is the same shape; a lamp is known by where it hangs and whether it is lit. */
const names = new WeakMap();
let last = 0;
function nameOf(part) {
  if (part.key.startsWith("lamp")) return `${part.attributes.class}${part.attributes.transform}`;
  if (!names.has(part)) names.set(part, (last += 1));
  return names.get(part);
}

const made = new Map();
function runOf({ where, parts, from }, index, least) {
  const found = made.get(from);
  if (found) return found;
  if (made.size >= MOST) made.clear();
  const isLamps = where === "lamp";
  const scale = where === "plot" ? placeOf(parts[0]).scale : 1; // in a group of their scale lines are as thin
  const attributes = {
    ...(scale === 1 ? {} : { transform: `scale(${scale})` }),
    ...(isLamps && { class: parts[0].attributes.class.replace("s-carrier", "").trim() }),
  };
  const lists = parts.map((part) => layersOf(part, scale, least / scale));
  const run = { tag: "g", attributes, children: pathsOf(lists), key: `${where}${index}` };
  made.set(from, run);
  return run;
}

function placeOf({ attributes }) {
  const number = (name) =>
    /\(([^)]*)\)/
      .exec(attributes.transform?.split(name)[1] ?? "(0)")[1]
      .split(" ")
      .map(Number);
  const [x, y = 0] = number("translate");
  return { x, y, scale: number("scale")[0] || 1 };
}

function layersOf(part, scale, least) {
  const { x, y } = placeOf(part);
  const matrix = { a: 1, b: 0, c: 0, d: 1, e: x / scale, f: y / scale };
  const children = part.tag === "g" ? part.children : [part];
  return children.flatMap(({ tag, attributes: { class: name, ...attributes } }) => {
    const opacity = faded(attributes.opacity);
    const smallest = SIGNS.includes(name) ? 0 : least;
    const isSeen = ({ box }) => Math.max(box[2] - box[0], box[3] - box[1]) >= smallest;
    const pieces = piecesOf(outline(tag, attributes)).map((piece) => moved(piece, matrix));
    const d = pieces
      .filter(isSeen)
      .map((piece) => piece.d.replace(/\.\d+/g, ""))
      .join("");
    return d && opacity !== "0" ? [{ look: `${name} ${opacity ?? ""}`, d, name, opacity }] : [];
  });
}

/* A film picture has many of the same look in one path. */
function piecesOf(commands) {
  const starts = commands.flatMap(([kind], index) => (kind === "M" ? index : []));
  return starts.map((start, index) => commands.slice(start, starts[index + 1]));
}

/* To a tenth, so that more looks alike. */
function faded(opacity) {
  const seen = opacity === undefined ? 1 : Math.round(opacity * TENTHS) / TENTHS;
  return seen === 1 ? undefined : String(round(seen));
}

/* One row of paths, of lists that lie beside each other: of all that may come next, what looks as most do and what no
 * list still has further on. The key of a path is its look. */
function pathsOf(lists) {
  const from = lists.map(() => 0);
  const left = new Map();
  for (const layers of lists) for (const { look } of layers) left.set(look, (left.get(look) ?? 0) + 1);
  const seen = new Map();
  const paths = [];
  for (let next = nextOf(lists, from, left); next; next = nextOf(lists, from, left)) {
    const { look, name, opacity } = next;
    let d = "";
    lists.forEach((layers, row) => {
      if (layers[from[row]]?.look !== look) return;
      d += layers[from[row]].d;
      from[row] += 1;
      left.set(look, left.get(look) - 1);
    });
    seen.set(look, (seen.get(look) ?? 0) + 1);
    const attributes = { d, class: name, ...(opacity === undefined ? {} : { opacity }) };
    paths.push({ tag: "path", attributes, children: [], key: `${look} ${seen.get(look)}` });
  }
  return paths;
}

function nextOf(lists, from, left) {
  const heads = lists.map((layers, row) => layers[from[row]]).filter(Boolean);
  let [found, least] = [null, Infinity];
  for (const head of heads) {
    const now = heads.filter(({ look }) => look === head.look).length;
    const waits = left.get(head.look) - now * (1 + SHARED);
    if (waits < least) [found, least] = [head, waits];
  }
  return found;
}
