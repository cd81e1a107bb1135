/* A picture as one sheet: of more than a dozen tables, which no longer move but change. Knows layers (flat.js) and
 * nothing of what they show. */
import { pathOf } from "./flat.js";
import { el, keyed } from "./node.js";

const BESIDE = { hall: "sides", works: "sides" }; // parts that lie beside each other, as plots and lamps do
const MOST = 600;

/** One flat picture of these parts, {name, row, node: layers}, the first at the back: what looks alike in several is
 * one path. Parts of one `row` lie behind each other. The plots stand in a group of their `scale`, so that their lines
 * are as thin. What was made of the same parts before is the same shape. */
export function sheetsOf(parts, scale) {
  const runs = [];
  for (const { name, row, node } of parts) {
    const last = runs[runs.length - 1];
    const where = BESIDE[name] ?? name;
    const run = last?.where === where ? last : { where, rows: new Map(), from: `${where} ${runs.length} ${scale}` };
    if (run !== last) runs.push(run);
    const key = row ?? run.rows.size;
    run.rows.set(key, [...(run.rows.get(key) ?? []), ...node]);
    run.from += ` ${idOf(node)}`;
  }
  return runs.map(madeOnce);
}

const ids = new WeakMap();
let last = 0;
function idOf(layers) {
  if (!ids.has(layers)) ids.set(layers, (last += 1));
  return ids.get(layers);
}

const sheets = new Map();
function madeOnce({ where, rows, from }, index) {
  const found = sheets.get(from);
  if (found) return found;
  if (sheets.size >= MOST) sheets.clear();
  const scale = from.split(" ")[2];
  const placed = where === "plot" ? { transform: `scale(${scale})` } : {};
  const sheet = keyed(`${where}${index}`, el("g", placed, sheetOf([...rows.values()])));
  sheets.set(from, sheet);
  return sheet;
}

/* One row of paths, of lists that lie beside each other: of all that may come next, what looks as most do and what no
 * list still has further on. The key of a path is its look. */
function sheetOf(lists) {
  const from = lists.map(() => 0);
  const left = new Map();
  for (const layers of lists) for (const { look } of layers) left.set(look, (left.get(look) ?? 0) + 1);
  const seen = new Map();
  const paths = [];
  for (let next = nextOf(lists, from, left); next; next = nextOf(lists, from, left)) {
    const { look } = next;
    let d = "";
    lists.forEach((layers, row) => {
      if (layers[from[row]]?.look !== look) return;
      d += layers[from[row]].d;
      from[row] += 1;
      left.set(look, left.get(look) - 1);
    });
    seen.set(look, (seen.get(look) ?? 0) + 1);
    paths.push({ ...pathOf({ ...next, parts: [d] }), key: `${look} ${seen.get(look)}` });
  }
  return paths;
}

const SHARED = 0.1; // how much less one waits for what several have now
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
