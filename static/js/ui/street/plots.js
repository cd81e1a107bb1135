/* One task's part of a street: its front, its plot, and who and what is there. */
import { bandOf, lookOf } from "./bands.js";
import { el, g, keyed } from "./node.js";
import { ground, mark, notice, people } from "./people.js";
import { isBare } from "./sky.js";
import { windows } from "./windows.js";

/** All of task `k`, from back to front; `reach` is how far it goes to either side. */
export function plot(world, k, data, detail, reach) {
  return [...standing(world, k, data, detail, reach), ...happened(world, k, data, detail)];
}

/** What stands there whoever comes: the ground, the front and the plot as it looks. */
export function standing(world, k, data, detail, reach) {
  const task = data.tasks[k];
  const band = bandOf(task.quality);
  const scene = world.plot(task.code, k).scene(lookOf(task.quality), { band, bare: isBare(data.month), detail });
  return [
    ground(band, reach),
    world.front(k, windows(world, data, k, detail), { detail, reach, band }),
    g("scene", scene),
    data.undercurrent && data.undercurrent.layers.under(data.undercurrent.tasks[k]),
  ];
}

/** Paper, people, and in front of them what went wrong, so that no crowd hides it; none of it over an undercurrent. */
export function happened(world, k, data, detail) {
  if (data.undercurrent) return [];
  const task = data.tasks[k];
  const drawing = world.plot(task.code, k);
  const what = task.mended ? drawing.mended : drawing.trouble;
  const shown = () => el("g", { class: "incident", transform: `translate(0 ${detail ? 44 : 38})` }, what());
  return [
    task.sheets > 0 && notice(task.sheets, detail),
    ...people(task, drawing, k, detail),
    task.incident && keyed(`incident-${Boolean(task.mended)}`, shown()),
    task.incident && mark(Boolean(task.mended), detail),
  ];
}
