/* The world that the pictures of the debrief draw streets in, with what ran underneath: fetched before the first of
 * them, for all of them. */
import { structure } from "../../state/structure.js";
import { path } from "../street/node.js";
import { worldOf } from "../street/street.js";

let world = null;
let layers = null;

/** Fetch the world of this game; fails without a connection. */
export async function fetchWorld() {
  if (world) return;
  [world, layers] = await Promise.all([
    worldOf(structure.picture.scene, structure.picture.tasks),
    import("../street/undercurrent.js"),
  ]);
}

/** The world, once it was fetched. */
export const theWorld = () => world;

/* What came to every street has a mark of its own, as beside the dice. */
const SETBACK = path("M-21 -17H21L0 20Z", "alarm");

/** A frame with what draws its setbacks, and its undercurrent where it has one. */
export function layered({ undercurrent, ...frame }) {
  const tasks = frame.tasks.map((task) => (task.setback ? { ...task, sign: SETBACK } : task));
  return { ...frame, tasks, ...(undercurrent && { undercurrent: { ...undercurrent, layers } }) };
}
