/* Draws the panel's streets, as the room sees them now or will see them after the next press. */
import { structure } from "../../state/structure.js";
import { put } from "../shared/dom.js";
import { word } from "../../state/words.js";
import { atBeat } from "../street/beat.js";
import { streetOf } from "../street/data.js";
import { createPictureOf } from "../street/painted.js";
import { worldOf } from "../street/street.js";
import { inTurns } from "../street/turns.js";
import { describe } from "../street/words.js";

const made = new WeakMap(); // host -> {kind, street, shown}
const HAPPENED = ["joined", "claimed", "took_over", "worked_along", "visited"];

/** Fetch the world of this game and answer what draws all that is wanted (pictures.js); fails without a connection. */
export async function fetchDrawing() {
  const world = await worldOf(structure.picture.scene, structure.picture.tasks);
  return (jobs) => {
    const changed = [];
    // First all words, then the pictures: a frame that has only pictures anew lays nothing out.
    inTurns([
      ...jobs.map((job) => () => changed.push(...sayOne(job))),
      () => inTurns(changed.map((job) => () => drawOne(world, job))),
    ]);
  };
}

/* Say what a picture shows, and answer it with that if it is another one. */
function sayOne(job) {
  const { host, kind, view, tile, room, told = null, before = null } = job;
  before?.();
  const data = viewOf(tile, room, view);
  const now = JSON.stringify(data);
  const one = made.get(host);
  if (one?.kind === kind && one.shown === now) return [];
  const label = describe(data, word);
  if (told) put(told, "textContent", label);
  return [{ ...job, data, label, now }];
}

function drawOne(world, { host, kind, data, label, now }) {
  let one = made.get(host);
  if (one?.kind !== kind) {
    host.replaceChildren();
    one = { kind, street: createPictureOf(host, world, kind), shown: "" };
    made.set(host, one);
  }
  one.shown = now;
  one.street.show({ ...data, label });
}

/* A table's street as it is ("whole"), at a beat of its outcome (a number, 0 for all of it), as one of its rounds
 * left it (StreetEnd), or as the next step opens: "agree", "act", "outcome", "time_out". */
function viewOf(tile, room, view) {
  if (view.looks) return endOf(room, view);
  if (!tile.street) return view === "whole" ? evening(tile) : start(tile);
  const tasks = room.tasks.map((code, k) => ({ code, quality: tile.looks[k], before: tile.before[k], trouble: false }));
  const data = streetOf(tasks, tile.street, { windows: false }, Math.max(1, room.round));
  const lamps = (task, k) => ({ ...quiet(task), holder: tile.deals[k].holder });
  if (view === "agree") return { ...data, lit: false, tasks: data.tasks.map(quiet) };
  if (view === "act") return { ...data, lit: true, tasks: data.tasks.map(lamps) };
  if (view === "outcome") return { ...data, tasks: data.tasks.map((task) => ({ ...task, incident: false })) };
  return typeof view === "number" ? { ...atBeat(data, tasks, view), focus: undefined } : data;
}

/* With nobody there, as the big screen shows it (street/ends.js). */
function endOf({ tasks: codes }, { round, street, looks, night }) {
  const data = streetOf(
    codes.map((code, k) => ({ code, quality: looks[k] })),
    street,
    { windows: false },
    round,
  );
  return { ...data, night, tasks: data.tasks.map((task) => ({ ...quiet(task), incident: false, mended: false })) };
}

/* A task when a new step opens: as it looks, and nobody there yet. */
const quiet = (task) => ({ ...task, ...Object.fromEntries(HAPPENED.map((what) => [what, null])) });

/* Before the start: evening, a window lit for each seat that somebody has; then a day like any other. */
function evening({ seats }) {
  return { ...start({ seats }), lobby: takenIn(seats), night: true };
}

/* Per group of chairs and seat whether somebody has it. */
function takenIn(seats) {
  const taken = (role) => seats.filter((seat) => seat.role === role).map((seat) => Boolean(seat.alias));
  return Object.fromEntries(structure.roles.map((role) => [structure.chairs[role].group, taken(role)]));
}

function start({ seats }) {
  const { tasks, months } = structure.picture;
  const { residents } = takenIn(seats);
  return { tasks: tasks.map((code) => ({ code })), residents: residents.length, lit: false, month: months[0] };
}
