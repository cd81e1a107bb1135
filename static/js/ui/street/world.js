/* The world that this game's pictures stand in, for a page that draws before it is there. */
import { structure } from "../../state/structure.js";
import { worldOf } from "./street.js";

const waiting = [];
let world = null;

/** Do `then` once the world is there, with it. */
export function withWorld(then) {
  if (world) then(world);
  else waiting.push(then);
}

/** Fetch it; fails without a connection. */
export const fetchWorld = () => worldOf(structure.picture.scene, structure.picture.tasks);

/** Take the world that came, and do what waited for it. */
export function takeWorld(found) {
  world = found;
  for (const then of waiting.splice(0)) then(world);
  return world;
}
