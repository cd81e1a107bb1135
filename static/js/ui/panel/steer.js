/* What comes next: one button named after the next step, what the big screen shows then, and the notes. */
import { attribute } from "../shared/attribute.js";
import { at, nameWindow, put, say, write } from "../shared/dom.js";
import { createAsked } from "./asked.js";
import { nextName, placeOf } from "./debrief.js";
import { drawCounts } from "./counts.js";
import { createMoment } from "./moment.js";
import { headingOf } from "../../state/heading.js";
import { isPlaying } from "../../state/moments.js";
import { coming, comparing, previewOf } from "../../state/preview.js";
import { drawNotes } from "./notes.js";
import { fetchPictures } from "./pictures.js";
import { comingPicture } from "../../state/steps.js";
import { createScreens } from "./screens.js";
import { createStart } from "./start.js";
import { leaveFrame } from "../street/turns.js";
import { createUncovering } from "./uncovering.js";
import { word } from "../../state/words.js";

const BEFORE = ["lobby", "agree", "act"]; // after these no debrief comes next

/* The way in. When it goes all tables move up: the frame after that is left to the browser, which paints them. */
function drawJoin({ phase }) {
  if (at("join-box").hidden === (phase !== "lobby")) return;
  at("join-box").hidden = phase !== "lobby";
  leaveFrame();
}

/* After all that is drawn: to scroll has the page laid out. */
const toTop = () => requestAnimationFrame(() => (at("steer").scrollTop = 0));

/** Steers by `desk` and `debrief`; `createPart` fetches the pictures of the debrief (net/parts.js),
 * `drawPictures` draws streets (pictures.js), `isTimeUp()` tells whether a countdown is over. */
export function createSteer(desk, debrief, { createPart, drawPictures, isTimeUp }) {
  let room = null;
  let shown = [];
  let pressed = -1;
  let linked = false;
  const asked = createAsked(desk, debrief, isTimeUp);
  const moment = createMoment(desk, enable);
  const uncovering = createUncovering(desk, () => {
    drawNext();
    moment.again();
    enable();
  });
  const start = createStart(() => {
    drawPreview();
    screens.drawNext(room);
  });
  const screens = createScreens(comingNext, drawPictures);
  const pictures = createPart(fetchPictures, (found) => found);

  async function next({ unasked = false } = {}) {
    if (at("next").disabled || at("next").getAttribute("aria-disabled") === "true") return;
    if (debrief.on()) return;
    // What is asked is about the step that was shown, also when the answer comes after another one began.
    const { step } = room;
    if (!unasked && !uncovering.runs && !(await asked.mayGo(room, shown))) return;
    const answer = await press(step, []);
    if (answer.code !== "undecided" || answer.type !== "refused") return;
    const fills = await asked.fills(room, shown);
    if (fills) await press(step, fills);
  }

  async function press(step, fills) {
    pressed = step;
    enable();
    // What the button said goes along: a press to see all of it never goes on, however late it comes in.
    const answer = await desk.send({ type: "next", step, fills, bots_at: start.botsAt, reveal: uncovering.runs });
    if (answer.type === "refused" || answer.code === "revealed") pressed = -1;
    enable();
    return answer;
  }

  function enable() {
    // The button works once per step, and not before one can have seen the new one; it keeps the focus meanwhile.
    at("next").disabled = !room || !linked || room.phase === "closed";
    attribute(at("next"), "aria-disabled", String(pressed === room?.step || moment.rests));
  }

  /* What the button does: it goes on, or has all of an outcome shown that is being uncovered. */
  function drawNext() {
    uncovering.draw(room, shown);
    say(at("next"), uncovering.runs ? word("ui.panel.next.reveal") : nextWord(room, shown.length));
    drawPreview();
  }

  function drawPreview() {
    const tables = start.playing(shown.length);
    const preview = uncovering.runs ? word("ui.panel.preview.reveal") : previewOf(room, tables, pictures.here);
    say(at("preview-text"), preview);
    put(at("preview"), "hidden", !preview);
    const { code, how } = coming(room, tables, pictures.here) ?? {};
    Object.assign(at("preview").dataset, { view: code ?? "", how: how ?? "" });
    if (room.debrief) say(at("lead-compare-where"), word(`ui.panel.compare.${comparing(room, pictures.here)}`));
  }

  /* What the small screen beside the button shows; while an outcome is uncovered that is all of it. */
  function comingNext() {
    if (room.phase === "closed") return null;
    const { phase } = room.phase === "debrief" ? room : room.next;
    if (uncovering.runs) return { phase: "whole", head: headingOf(room), tiles: shown };
    const picture = phase === "debrief" && comingPicture(room, shown.length);
    if (picture) return { phase, head: "", tiles: shown, picture };
    const tiles = room.phase === "lobby" ? shown.filter(start.takesPart) : shown;
    const after = phase === "debrief" ? "closed" : phase;
    return { phase: after, head: headingOf({ phase: after }), tiles };
  }

  at("next").addEventListener("click", next);

  return {
    next,
    undo: moment.undo,
    get rests() {
      return moment.rests;
    },
    linked(open) {
      linked = open;
      enable();
    },
    /** What may come a moment after the button: the way in, what the room sees, and what to say. */
    later: [{ draw: drawJoin }, { draw: screens.drawNow }, { draw: screens.drawNext }, { draw: drawNotes }],
    draw(now, tiles) {
      // A new step is read from its top, wherever one was in the column.
      if (room?.step !== now.step || room.debrief.step !== now.debrief.step) toTop();
      asked.draw(now);
      room = now;
      shown = tiles;
      say(at("round"), whereOf(room));
      nameWindow(headingOf(room), whereOf(room));
      say(at("game-number"), room.game > 1 ? word("ui.panel.game_number", { game: room.game }) : "");
      put(at("practice"), "hidden", !isPractice(room));
      write(at("phase"), headingOf(room));
      drawCounts(room, tiles);
      say(at("went-back"), backWord(room));
      const isLost = room.phase === "closed" && document.activeElement === at("next");
      put(at("next"), "hidden", room.phase === "closed");
      if (isLost) at("phase").focus(); // the button went with the last step
      start.draw(room, tiles);
      if (!BEFORE.includes(room.phase)) pictures.bring();
      drawNext();
      moment.draw(room);
      enable();
    },
  };
}

const isPractice = (room) => room.practice && room.round <= 1 && (room.phase === "lobby" || isPlaying(room));

/** The round that is played, or the step of the debrief. */
function whereOf(room) {
  if (isPlaying(room) && isPractice(room)) return word("ui.panel.practice_round");
  if (isPlaying(room)) return word("ui.panel.round_of", { round: room.round, rounds: room.rounds });
  return room.phase === "debrief" ? placeOf(room) : "";
}

function backWord(room) {
  if (!room.back_from) return "";
  if (room.back_from === "practice") return word("ui.practice_over");
  if (room.back_from === "undone") return word("ui.panel.undone");
  return word("ui.panel.went_back", { phase: word(`phase.${room.back_from}`) });
}

/** What the button says: the step that comes next. */
function nextWord(room, tables) {
  if (room.phase === "closed") return "";
  if (room.phase === "debrief") return nextName(room, tables) ?? word("ui.panel.next.debrief");
  const { phase, round } = room.next;
  if (room.phase === "outcome" && phase === "agree" && round === room.round) return word("ui.panel.next.reset");
  if (room.phase === "outcome" && phase === "time_out") return word("ui.panel.next.to_time_out");
  if (room.phase === "outcome" && phase === "debrief") return word("ui.panel.next.last");
  return word(`ui.panel.next.${room.phase === "time_out" ? "outcome" : room.phase}`, { round });
}
