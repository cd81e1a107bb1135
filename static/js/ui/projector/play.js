/* A round on the projector: one table large, or several side by side; an outcome is uncovered beat by beat, by the
 * server's clock. */
import { beatOf, untilNext } from "../../state/beats.js";
import { serverNow } from "../../state/server_time.js";
import { at, write } from "../shared/dom.js";
import { headingOf } from "./beat.js";
import { arrange } from "./grid.js";
import { isMany } from "./places.js";
import { clearOneTable, drawOneTable } from "./street.js";
import { clearTables, drawTables, isAnyWithout, makePlaces } from "./streets.js";
import { inTurn } from "../street/turns.js";
import { withWorld } from "../street/world.js";

let timer = 0;
let world = null;
let shown = null;

withWorld((found) => {
  world = found;
  draw();
});

/* What lies over and under a picture comes and goes; the picture takes what is left. */
const watch = new ResizeObserver(() => draw());
for (const name of ["one", "many"]) watch.observe(at(name));

/** Draw the phase of all tables (`boards`), with the pictures of some (`these`); until their world is there, as soon as
 * it is. */
export function drawPlay(boards, room, these = boards) {
  shown = { boards, room, these };
  draw();
}

/** Let go of the pictures, once there is nothing to play: what is hidden is neither kept nor drawn. */
export function restPlay() {
  if (!shown) return;
  shown = null;
  clearTimeout(timer);
  clearOneTable();
  clearTables();
}

function draw() {
  if (!shown) return;
  const { boards, room, these } = shown;
  const beat = beatOf(room.reveal, serverNow());
  const next = untilNext(room.reveal, serverNow());
  clearTimeout(timer);
  if (next !== null) timer = setTimeout(draw, next + 20);
  document.body.dataset.reveal = beat;
  write(at("phase"), headingOf(boards, room, beat));
  if (!world) return;
  const isOne = boards.length === 1;
  at("one").hidden = !isOne;
  at("many").hidden = isOne;
  if (isOne) drawOneTable(world, boards[0], room, beat);
  else if (isMany(boards.length) && isAnyWithout(these)) {
    for (const turn of [measureStreets, makeHalf, makeRest, drawStreets]) inTurn(turn, { alone: true });
  } else drawStreets();
}

/* Many streets that were not there come after the frame that shows where they will be: how wide their words are is
 * measured in one, and remembered for the last; in those between their places are made. */
function measureStreets() {
  if (shown) arrange(at("grid"), shown.these, shown.room);
}

const makeHalf = () => shown && makePlaces(shown.these.slice(0, shown.these.length / 2));
const makeRest = () => shown && makePlaces(shown.these);

function drawStreets() {
  if (!shown) return;
  const { boards, room, these } = shown;
  drawTables(world, boards, room, beatOf(room.reveal, serverNow()), these);
}
