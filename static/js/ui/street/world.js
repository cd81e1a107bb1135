/* The world that this game's pictures stand in. Nobody presses anything for it: what did not come is asked for until it
 * is there. */
import { structure } from "../../state/structure.js";
import { worldOf } from "./street.js";

const AGAIN_MS = 2000;
const waiting = [];
let world = null;

/** Do `then` once the world is there, with it. */
export function withWorld(then) {
  if (world) then(world);
  else waiting.push(then);
}

function bring() {
  const come = (found) => {
    world = found;
    for (const then of waiting.splice(0)) then(world);
  };
  worldOf(structure.picture.scene, structure.picture.tasks).then(come, (error) => {
    console.warn("the picture of the street did not come:", error.message);
    setTimeout(bring, AGAIN_MS);
  });
}
bring();
