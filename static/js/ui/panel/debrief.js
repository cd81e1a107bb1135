/* The debrief on the panel: its steps and their pictures, what they are about, and the work that belongs to
 * the step shown. */
import {
  ALL_STEPS,
  isBack,
  lastBeat,
  nextPicture,
  partsOf,
  picturesOf,
  previousPicture,
  stepsOf,
  tablesShown,
} from "../../state/steps.js";
import { at, copy, fillList, put, say } from "../shared/dom.js";
import { createDoubts } from "./debrief/doubts.js";
import { createKept } from "./debrief/kept.js";
import { createPattern } from "./debrief/pattern.js";
import { createPosts } from "./debrief/posts.js";
import { drawTallies } from "./debrief/tallies.js";
import { createWhatIfs } from "./debrief/whatifs.js";
import { press } from "./desk.js";
import { word } from "../../state/words.js";

const SWITCHES = ["short", "compare", "overlay"];
const SMALL = matchMedia("(max-width: 44rem)");

export function createDebrief(desk) {
  let room = null;
  let tables = 0;
  const posts = createPosts(desk);
  const kept = createKept(desk);
  const pattern = createPattern(desk);
  const parts = [posts, pattern, createWhatIfs(desk), createDoubts(desk)];

  /* The list has what was chosen last, also while the room does not have it yet. */
  function show({ step, part, beat = 0 }, turn = false) {
    const chosen = at("debrief-table").value;
    const table = chosen ? Number(chosen) : null;
    // One table may be whole with fewer presses than all of them.
    const presses = table === room.debrief.table ? room.debrief.presses : {};
    const whole = lastBeat({ step, part, presses }, room.round, tablesShown({ table }, tables));
    return desk.send({ type: "show_debrief", view: step, part, beat: Math.min(beat, whole), table, turn });
  }

  function choose(step) {
    show({ step, part: partsOf(step, tables)[0] });
    if (SMALL.matches) at("steps-box").open = false;
  }

  function makeStep(index) {
    const made = copy("debrief-step");
    made.node.dataset.step = ALL_STEPS[index];
    made.button = made.node.querySelector("button");
    made.button.addEventListener("click", () => choose(ALL_STEPS[index]));
    put(made.parts.name, "textContent", titleOf(ALL_STEPS[index]));
    return made;
  }

  function makePicture() {
    const made = copy("debrief-picture");
    made.button = made.node.querySelector("button");
    made.button.addEventListener("click", () => show({ step: room.debrief.step, part: made.node.dataset.part }));
    return made;
  }

  function drawSteps({ debrief, round }) {
    const path = stepsOf(debrief, round);
    say(at("steps-summary"), placeOf({ debrief, round }));
    fillList(at("steps"), ALL_STEPS, makeStep, ({ node, button, parts: { number, skipped } }, step) => {
      mark(button, step === debrief.step, "step");
      put(number, "textContent", path.includes(step) ? String(path.indexOf(step) + 1) : "–");
      node.classList.toggle("skipped", !path.includes(step));
      put(skipped, "hidden", path.includes(step));
    });
    const { coming, asked } = picturesOf(debrief, tables, round);
    const pictures = [...coming, ...asked];
    put(at("pictures"), "hidden", pictures.length < 2);
    fillList(at("pictures"), pictures, makePicture, ({ node, button }, part) => {
      put(node.dataset, "part", part);
      put(node.dataset, "from", part === asked[0] ? word("ui.panel.on_request") : ""); // its style says it before them
      node.classList.toggle("on-request", asked.includes(part));
      put(button, "textContent", pictureName({ step: debrief.step, part }));
      mark(button, part === debrief.part, "true");
    });
  }

  function drawSwitches({ debrief }, tiles) {
    const select = at("debrief-table");
    if (select.options.length !== tiles.length + 1) {
      const options = tiles.map((tile) => new Option(word("ui.table", { table: tile.table }), tile.table));
      select.replaceChildren(select.options[0], ...options);
    }
    put(select, "value", String(debrief.table ?? ""));
    for (const name of SWITCHES) press(at(`lead-${name}`), debrief[name]);
    put(at("table-box"), "hidden", tiles.length < 2);
    put(at("lead-compare"), "hidden", tiles.length < 2);
  }

  at("debrief-table").addEventListener("change", () => show(room.debrief));
  for (const name of SWITCHES) {
    at(`lead-${name}`).addEventListener("click", () => desk.send({ type: "lead", [name]: !room.debrief[name] }));
  }
  const fold = () => (at("steps-box").open = !SMALL.matches);
  SMALL.addEventListener("change", fold);
  fold();

  return {
    /** Show the picture after this one; answers false when this is the last. */
    on: () => step(nextPicture),
    /** Show the picture before this one; answers false when this is the first. */
    back: () => step(previousPicture),
    /** How many texts wait to be let through. */
    get waiting() {
      return posts.waiting;
    },
    takePosts: posts.take,
    takeLoops: pattern.take,
    again: pattern.again,
    takeLog: kept.takeLog,
    draw(now, tiles) {
      room = now;
      tables = tiles.length;
      const isOn = room.phase === "debrief";
      put(at("debrief"), "hidden", !isOn);
      kept.draw(room);
      if (!isOn) return;
      put(at("debrief").dataset, "part", room.debrief.part);
      drawSteps(room);
      drawSwitches(room, tiles);
      drawTallies(room);
      for (const part of parts) part.draw(room, tiles);
    },
  };

  function step(to) {
    const picture = room?.phase === "debrief" ? to(room.debrief, tables, room.round) : null;
    if (picture) show(picture, true);
    return Boolean(picture);
  }
}

/** What the one button says in the debrief: the picture or the step that follows; null after the last. */
export function nextName(room, tables) {
  const picture = nextPicture(room.debrief, tables, room.round);
  if (!picture) return null;
  if (picture.beat && !isBack(room.debrief, picture)) {
    const whole = lastBeat({ ...room.debrief, ...picture }, room.round, tablesShown(room.debrief, tables));
    const code = picture.part === "take_home" ? "photo" : "more";
    return word(`ui.panel.next.${code}`, { beat: picture.beat, of: whole });
  }
  if (picture.step !== room.debrief.step) return word("ui.panel.next.step", { name: titleOf(picture.step) });
  return word("ui.panel.next.picture", { name: pictureName(picture) });
}

/** Which of the steps of the path is shown; one beside the path has no number. */
export function placeOf({ debrief, round }) {
  const path = stepsOf(debrief, round);
  const step = path.indexOf(debrief.step) + 1;
  const name = titleOf(debrief.step);
  return step ? word("ui.panel.debrief.step_of", { step, steps: path.length, name }) : name;
}

function titleOf(step) {
  return word(`debrief.${step}.title`);
}

/** What a picture of a step is called. */
export function pictureName({ step, part }) {
  return word(`ui.panel.picture.${step}.${part}`);
}

function mark(button, isCurrent, what) {
  if (isCurrent) button.setAttribute("aria-current", what);
  else button.removeAttribute("aria-current");
}
