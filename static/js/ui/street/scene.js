/* Puts a street together: `drawScene(world, data, kind)` is a pure function, nothing remembered, no clock, no
 * chance.
 *
 * data: { tasks: [{ code, quality, holder, sheets, incident, mended, joined, claimed, took_over, worked_along,
 * visited, trouble (where a screen says so itself) }], residents, lit (the lamps are decided), windows (who stayed in
 * may be seen), reserve, reserveBefore,
 * empty, month (0–11), night, focus ("trouble" or "purse": what it is about stays, the rest goes under a veil of
 * sky), lobby: { residents, professionals, municipality } (who has a seat), undercurrent: { trust, tasks } with
 * `layers` (undercurrent.js) in the debrief }. What is not there is not drawn, and never as "nobody" or "nothing".
 * A world (worlds/*.js) brings fronts, plots and buildings. */
import { hall, works } from "./buildings.js";
import { reduced } from "./flat.js";
import { hooks, lamp, mast } from "./lamps.js";
import { at, disc, el, g, keyed, path, rect, round } from "./node.js";
import { happened, plot, standing } from "./plots.js";
import { sheetsOf } from "./sheet.js";
import { CUT, SIZES, layout } from "./sizes.js";
import { isBare, isSnowy, quay, seasonOf, sky, weather } from "./sky.js";

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

/** A street as a shape; `kind` is one of SIZES. `once(key, inputs, make)` may remember what it made before. */
export function drawScene(world, given, kind = "full", once = (key, inputs, make) => make()) {
  const data = complete(given, SIZES[kind].detail);
  const places = layout(kind, data.tasks.length);
  const parts = partsOf(world, data, places, once);
  const close = parts.filter(({ name, task }) => NEAR[data.focus]?.(name, task));
  const rest = parts.filter((part) => !close.includes(part));
  const { width, height, flat } = places;
  const veil = () => ({ name: "veil", node: keyed("veil", reduced(g("", rect(0, 0, width, height, "veil")), places)) });
  const ordered = data.focus ? [...rest, veil(), ...close] : rest;
  const drawn = flat ? sheetsOf(ordered, round3(places.scale)) : ordered.map(({ node }) => node);
  return frame(world, data, width, height, flat ? `film ${kind}` : kind, [...drawn, weather(places, data.month)]);
}

/* Every part of the scene from back to front, with its name and, where it belongs to one, its task. */
function partsOf(world, data, places, once) {
  const { ground: level, detail, middle } = places;
  const { tasks, month } = data;
  const spots = hooks(places, tasks.length);
  const unseen = isSnowy(month) ? [] : ["s-snow"];
  const made = (name, inputs, make, scale) => {
    const from = { ...inputs, count: tasks.length, snow: isSnowy(month) };
    return { name, node: once(name, from, () => keyed(name, reduced(make(), places, unseen, scale))) };
  };
  const front = (task, k) => {
    const [{ scale, reach }, like] = [places, { ...shared(data), code: task.code }];
    const put = (shapes) => placedPlot(k, data, places, shapes);
    if (!places.flat)
      return [
        { ...made(`plot${k}`, { ...like, task: drawnOf(task) }, () => put(plot(world, k, data, detail, reach))), task },
      ];
    const house = made(`plot${k}`, { ...like, ...houseOf(task) }, () => put(standing(world, k, data, 0, reach)), scale);
    const who = made(
      `who${k}`,
      { ...whoOf(task), under: Boolean(data.undercurrent) },
      () => put(happened(world, k, data, 0)),
      scale,
    );
    return [house, who].map((part) => ({ ...part, row: k, task }));
  };
  const hung = tasks.flatMap((task, k) => {
    if (!task.holder) return [];
    const how = { detail, count: tasks.length, lit: data.lit };
    const hang = () => lamp(world.plot(task.code, k).sign, task, spots[task.holder](k), how);
    const node = places.flat ? made(`lamp${k}`, { holder: task.holder, lit: data.lit }, hang).node : hang();
    return [{ name: "lamp", task, node }];
  });
  return [
    made("sky", { month }, () => g("sky-part", sky(world, places, month))),
    made("ground", {}, () => g("ground-part", quay(places))),
    made("hall", purseOf(data), () => at(places.hallX, level, hall(world, places.hall, data, detail))),
    made("works", { lobby: data.lobby }, () => at(places.worksX, level, works(world, places.works, data, detail))),
    ...tasks.flatMap(front).map((part) => ({ ...part, name: "plot" })),
    made("mast", {}, () => at(middle, level, g("mast", mast(world, spots.mast, detail)))),
    ...(detail > 1 ? [made("bird", {}, () => at(middle + 12, level + 100, world.bird()))] : []),
    ...(data.undercurrent
      ? [{ name: "bunting", node: keyed("bunting", reduced(bunting(data, places), { ...places, detail: 1 })) }]
      : []),
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

/* In a flat picture who is at a plot is apart from how it looks: what one of them is, many tables share. */
function houseOf({ quality, joined, claimed, own }) {
  return { quality, joined, claimed, own };
}
function whoOf({ quality, holder, before, ...task }) {
  return task;
}

/* What every plot depends on besides its own task. */
function shared({ month, residents, windows: seen, lobby, undercurrent }) {
  return { bare: isBare(month), residents, seen, lobby, undercurrent };
}

function placedPlot(k, data, { plots, ground: level, scale }, shapes) {
  const calm = inTrouble(data.tasks[k]) ? "" : " calm";
  const placed = {
    class: `plot wall-${k % 4}${calm}`,
    transform: `translate(${round(plots[k])} ${level}) scale(${round3(scale)})`,
  };
  return el("g", placed, shapes);
}
const round3 = (value) => Math.round(value * 1000) / 1000;

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

/** One task cut out of the street, for a row; a task's `own` (home, kept, call) is what happens at this person's
 * own window. */
export function drawPlot(world, given, k) {
  const data = complete(given, 1);
  const { width, height, ground: level } = CUT;
  return frame(world, data, width, height, "task", [
    rect(0, 0, width, level + 7, "sky"),
    rect(0, level, width, height - level, "pave"),
    at(width / 2, level, g(`plot wall-${k % 4}`, plot(world, k, data, 1, width / 2))),
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
