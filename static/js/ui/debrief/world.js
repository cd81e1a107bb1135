/* The world that the pictures of the debrief draw streets in, with what ran underneath: fetched before the first of
 * them, for all of them. */
import { structure } from "../../state/structure.js";
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

/** A frame with what draws its undercurrent, where it has one. */
export const layered = ({ undercurrent, ...frame }) => ({
  ...frame,
  ...(undercurrent && { undercurrent: { ...undercurrent, layers } }),
});
