/* The street on a page: the pictures that screens use, each with its words, moved from one state to the next.
 *
 * A picture is made once with a world (`worldOf`) and shown again and again; it is put where `host` is. If drawing
 * fails, a quiet picture with the same words stands there, and the mistake reaches the console. */
import { build, patch } from "./render.js";
import { drawPlot, drawQuiet, drawScene, drawSign } from "./scene.js";

const WORLDS = {
  street: () => import("./worlds/street.js"),
  school: () => import("./worlds/school.js"),
  care: () => import("./worlds/care.js"),
  general: () => import("./worlds/general.js"),
};

/** The world of a scene's name (structure.scene) with a picture for every task in the row, by the plots in `codes`; one
 * it does not know is a plain plot, of that number or by its place, and a name without a scene the general world. */
export async function worldOf(scene, codes) {
  const { default: world } = await (WORLDS[scene] ?? WORLDS.general)();
  const isKnown = codes.every((code) => code in world.plots);
  const { plainPlot } = isKnown ? {} : await import("./worlds/general_plots.js");
  return { ...world, plot: (code, k) => world.plots[codes[k] ?? code] ?? plainPlot(+codes[k] || k) };
}

/** A picture of a whole street in `host`: `show(data)` draws or moves it; data.label is what it says (describe in
 * words.js). */
export function createStreet(host, world, kind) {
  const once = memory(world, kind);
  return createPicture(host, kind, (data) => drawScene(world, data, kind, once));
}

/** A picture of one task in `host`: `show(data)` of the whole street. */
export function createPlot(host, world, k) {
  return createPicture(host, "task", (data) => drawPlot(world, data, k));
}

/** A task's sign as an element, bare or on the lamp (`lit`). */
export const signOf = (world, code, k, lit) => build(drawSign(world, code, k, lit));

/** A picture in `host` of what `draw(data)` answers, a shape. */
export function createPicture(host, kind, draw) {
  let node = null;
  let shown = null;

  function place(shape) {
    if (node && shown?.attributes.class.includes("s-quiet") === shape.attributes.class.includes("s-quiet"))
      patch(node, shown, shape);
    else {
      const fresh = build(shape);
      if (node) node.replaceWith(fresh);
      else host.append(fresh);
      node = fresh;
    }
    shown = shape;
  }

  return {
    show(data) {
      try {
        place(draw(data));
      } catch (error) {
        setTimeout(() => {
          throw error;
        });
        place(drawQuiet(data.label, kind));
      }
    },
  };
}

const made = new WeakMap();
const MOST = 600;
/** Remembers the shapes of parts by what they were made from, for all pictures of a kind in a world: forty tables
 * share their sky and whatever looks the same, and what did not change is neither drawn nor compared. */
export function memory(world, kind) {
  if (!made.has(world)) made.set(world, {});
  const shapes = (made.get(world)[kind] ??= new Map());
  return (key, inputs, make) => {
    const from = key + JSON.stringify(inputs);
    if (shapes.size > MOST) shapes.clear();
    if (!shapes.has(from)) shapes.set(from, make());
    return shapes.get(from);
  };
}
