/* A round on the projector: one table large, or several side by side; the outcome comes in steps. */
import { structure } from "../../state/structure.js";
import { at } from "../shared/dom.js";
import { drawOneTable } from "./street.js";
import { drawTables } from "./streets.js";
import { worldOf } from "../street/street.js";

const STEPS = 4;
const STEP_MS = 2600;
const AGAIN_MS = 2000;
let timer = 0;
let step = STEPS;
let world = null;
let shown = null;

/* Nobody presses anything here: what did not come is asked for until it is there. */
function bring() {
  const come = (found) => {
    world = found;
    draw();
  };
  worldOf(structure.picture.scene, structure.picture.tasks).then(come, (error) => {
    console.warn("the picture of the street did not come:", error.message);
    setTimeout(bring, AGAIN_MS);
  });
}
bring();

/* What lies over and under a picture comes and goes; the picture takes what is left. */
const watch = new ResizeObserver(() => draw());
for (const name of ["one", "many"]) watch.observe(at(name));

/** Uncover the outcome step by step: who carried it, how it looks, what went wrong, the purse. */
export function reveal(stepwise) {
  clearInterval(timer);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  go(stepwise && !still ? 1 : STEPS);
  if (step === STEPS) return;
  timer = setInterval(() => {
    go(step + 1);
    if (step >= STEPS) clearInterval(timer);
  }, STEP_MS);
}

function go(to) {
  step = to;
  document.body.dataset.reveal = step;
  draw();
}

/** Draw the phase for these tables; until their world is there, as soon as it is. */
export function drawPlay(boards, room) {
  shown = { boards, room };
  draw();
}

function draw() {
  if (!world || !shown) return;
  const { boards, room } = shown;
  const isOne = boards.length === 1;
  at("one").hidden = !isOne;
  at("many").hidden = isOne;
  if (isOne) drawOneTable(world, boards[0], room, step);
  else drawTables(world, boards, room, step);
}
