/* Puts a street together: `drawScene(world, data, kind)` is a pure function, nothing remembered, no clock, no
 * chance.
 *
 * data: { tasks: [{ code, quality, holder, sheets, incident, setback (it came to every street), mended, joined,
 * claimed, took_over, worked_along, visited, trouble (where a screen says so itself) }],
 * residents, lit (the lamps are decided), windows (who stayed in may be seen), reserve, reserveBefore, empty,
 * month (0–11), night, focus ("trouble" or "purse": what it is about stays, the rest goes under a veil of
 * sky), lobby: { residents, professionals, municipality } (who has a seat), undercurrent: { trust, tasks } with
 * `layers` (undercurrent.js) in the debrief }. What is not there is not drawn, and never as "nobody" or "nothing".
 * A world (worlds/*.js) brings fronts, plots and buildings. */
import { bandOf, lookOf } from "./bands.js";
import { hall, works } from "./buildings.js";
import { flattened } from "./flat.js";
import { hooks, lamp, mast } from "./lamps.js";
import { at, disc, el, g, keyed, path, rect, round } from "./node.js";
import { ground, mark, notice, people } from "./people.js";
import { CUT, SIZES, layout } from "./sizes.js";
import { isBare, isSnowy, quay, seasonOf, sky, weather } from "./sky.js";
import { windows } from "./windows.js";

const NEAR = {
  trouble: (name, task) => (name === "plot" || name === "lamp") && inTrouble(task),
  purse: (name) => name === "hall",
};
const inTrouble = (task) => Boolean(task.trouble ?? (task.incident || task.claimed));

/* Where nothing is known yet: everything as it was at the start. Small pictures tell fewer qualities apart. */
const START = 0.58;
const STEPS = 50;
function complete(data, detail) {
  const seen = (quality) => (detail ? quality : Math.floor(quality * STEPS + 1e-9) / STEPS);
  const tasks = data.tasks.map((task) => ({ ...task, quality: seen(task.quality ?? START), sheets: task.sheets ?? 0 }));
  return { month: 2, residents: 4, lit: true, ...data, tasks };
}

/** A street as a shape; `kind` is full, strip, film or tile. `once(key, inputs, make)` may remember what it made
 * before. */
export function drawScene(world, given, kind = "full", once = (key, inputs, make) => make()) {
  const data = complete(given, SIZES[kind].detail);
  const places = layout(kind, data.tasks.length);
  const parts = partsOf(world, data, places, once);
  const close = parts.filter(({ name, task }) => NEAR[data.focus]?.(name, task));
  const rest = parts.filter((part) => !close.includes(part));
  const veil = data.focus && keyed("veil", rect(0, 0, places.width, places.height, "veil"));
  const drawn = [...rest.map(({ node }) => node), veil, ...close.map(({ node }) => node), weather(places, data.month)];
  return frame(world, data, places.width, places.height, kind, drawn);
}

/* Every part of the scene from back to front, with its name and, where it belongs to one, its task. */
function partsOf(world, data, places, once) {
  const { ground: level, detail, middle } = places;
  const { tasks, month } = data;
  const spots = hooks(places, tasks.length);
  const small = (node) => (detail ? node : flattened(node, isSnowy(month) ? [] : ["s-snow"]));
  const made = (name, inputs, make) => {
    const node = once(name, { ...inputs, count: tasks.length, snow: isSnowy(month) }, () => keyed(name, small(make())));
    return { name, node };
  };
  const front = (task, k) => ({
    ...made(`plot${k}`, { ...shared(data), task: drawnOf(task) }, () => placedPlot(world, k, data, places)),
    name: "plot",
    task,
  });
  const hung = tasks.flatMap((task, k) => {
    if (!task.holder) return [];
    const how = { detail, count: tasks.length, lit: data.lit };
    return [{ name: "lamp", task, node: lamp(world.plot(task.code, k).sign, task, spots[task.holder](k), how) }];
  });
  return [
    made("sky", { month }, () => g("sky-part", sky(world, places, month))),
    made("ground", {}, () => g("ground-part", quay(places))),
    made("hall", purseOf(data), () => at(places.hallX, level, hall(world, places.hall, data, detail))),
    made("works", { lobby: data.lobby }, () => at(places.worksX, level, works(world, places.works, data, detail))),
    ...tasks.map(front),
    made("mast", {}, () => at(middle, level, g("mast", mast(world, spots.mast, detail)))),
    ...(detail > 1 ? [made("bird", {}, () => at(middle + 12, level + 100, world.bird()))] : []),
    ...(data.undercurrent ? [{ name: "bunting", node: keyed("bunting", bunting(data, places)) }] : []),
    ...hung,
  ];
}

/* What of a task is in its plot; its lamp hangs elsewhere. */
function drawnOf({ holder, before, ...task }) {
  return task;
}

/* What the municipality's building depends on. */
function purseOf({ lobby, reserve, reserveBefore, empty, tasks }) {
  return { lobby, reserve, reserveBefore, empty, sheets: tasks.map(({ sheets }) => sheets) };
}

/* What every plot depends on besides its own task. */
function shared({ month, residents, windows: seen, lobby, undercurrent }) {
  return { bare: isBare(month), residents, seen, lobby, undercurrent };
}

function placedPlot(world, k, data, { plots, ground: level, scale, detail, reach }) {
  const calm = inTrouble(data.tasks[k]) ? "" : " calm";
  const placed = {
    class: `plot wall-${k % 4}${calm}`,
    transform: `translate(${round(plots[k])} ${level}) scale(${round3(scale)})`,
  };
  return el("g", placed, plot(world, k, data, detail, reach));
}
const round3 = (value) => Math.round(value * 1000) / 1000;

function plot(world, k, data, detail, reach, markAt = -134) {
  const task = data.tasks[k];
  const drawing = world.plot(task.code, k);
  const band = bandOf(task.quality);
  return [
    ground(band, reach),
    world.front(k, windows(world, data, k, detail), { detail, reach, band }),
    g("scene", drawing.scene(lookOf(task.quality), { band, bare: isBare(data.month), detail })),
    ...(data.undercurrent
      ? [data.undercurrent.layers.under(data.undercurrent.tasks[k])]
      : happened(task, drawing, k, detail, markAt)),
  ];
}

/* Paper, people, and in front of them what went wrong, so that no crowd hides it. A front that still looks bad would
 * deny a tick. */
function happened(task, drawing, k, detail, markAt) {
  const what = task.mended ? drawing.mended : drawing.trouble;
  const shown = () => el("g", { class: "incident", transform: `translate(0 ${detail ? 44 : 38})` }, what());
  return [
    task.sheets > 0 && notice(task.sheets, detail),
    ...people(task, drawing, k, detail),
    task.incident && keyed(`incident-${Boolean(task.mended)}`, shown()),
    task.incident && !(task.mended && bandOf(task.quality) < 2) && mark(task, detail, markAt),
  ];
}

function bunting({ undercurrent }, { hallX, worksX, plots, ground: level, scale }) {
  const ends = [
    { x: hallX, y: level - 226 },
    ...plots.map((x) => ({ x, y: level - 262 * scale })),
    { x: worksX, y: level - 216 },
  ];
  return g("undercurrent", undercurrent.layers.bunting(ends, undercurrent.trust));
}

function frame(world, data, width, height, kind, children) {
  const night = data.night ? " night-time" : "";
  const names = `street ${kind} in-${world.code} ${seasonOf(data.month)}${night}`;
  return el(
    "svg",
    { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": data.label, class: names },
    children,
  );
}

const LOW = -26; // over the ground, for a mark where a row shows no more of its front

/** One task cut out of the street, for a row; a task's `own` (home, kept, call) is what happens at this person's
 * own window. */
export function drawPlot(world, given, k) {
  const data = complete(given, 1);
  const { width, height, ground: level } = CUT;
  return frame(world, data, width, height, "task", [
    rect(0, 0, width, level + 7, "sky"),
    rect(0, level, width, height - level, "pave"),
    at(width / 2, level, g(`plot wall-${k % 4}`, plot(world, k, data, 1, width / 2, LOW))),
  ]);
}

/** A task's own sign, on the lamp (`lit`) or bare: for lists, labels and buttons; hidden from screen readers. */
export function drawSign(world, code, k, lit = false) {
  const sign = path(world.plot(code, k).sign, "glyph");
  const outer = { viewBox: "-30 -30 60 60", class: `street sign${lit ? " lit" : ""}`, "aria-hidden": "true" };
  return el("svg", outer, lit && disc(0, 0, 26, "lamp"), el("g", lit ? {} : { transform: "scale(1.7)" }, sign));
}

/** What stands there when drawing fails: sky, quay and the same words. */
export function drawQuiet(label, kind = "full") {
  const { width, height, ground: level } = kind === "task" ? CUT : layout(kind, 4);
  const outer = { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": label, class: `street ${kind} quiet` };
  return el("svg", outer, rect(0, 0, width, level, "sky"), rect(0, level, width, height - level, "pave"));
}
