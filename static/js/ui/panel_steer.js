/* What comes next: one button named after the next step, what the big screen shows then, the notes, and the debrief's pictures. */
import { say } from "./dom.js";
import { partsOf } from "./charts/story.js";
import { isPlaying } from "./panel_moments.js";
import { hasWord, word } from "./words.js";

const at = (id) => document.getElementById(id);
const VIEWS = ["what_happened", "undercurrent"];

export function createSteer(desk) {
  let room = null;
  let pressed = -1;
  let linked = false;

  async function next() {
    if (at("next").disabled) return;
    const picture = room.phase === "debrief" ? nextPicture(room.debrief) : null;
    if (picture) return show(picture);
    if (room.phase === "debrief" && !(await desk.sure("close"))) return;
    pressed = room.step;
    enable();
    const answer = await desk.send({ type: "next" });
    if (answer.type === "refused") pressed = -1;
    enable();
  }

  function enable() {
    // The button works once per step; until the next one is shown a second press finds it closed.
    at("next").disabled = !room || !linked || room.phase === "closed" || pressed === room.step;
  }

  function show({ view, part }) {
    const table = at("debrief-table").value;
    desk.send({ type: "show_debrief", view, part, table: table ? Number(table) : null });
  }

  function pick() {
    const view = document.querySelector("[name=view]:checked").value;
    show({ view, part: view === room.debrief.step ? room.debrief.part : partsOf(view)[0] });
  }

  at("next").addEventListener("click", next);
  for (const choice of document.querySelectorAll("[name=view]")) choice.addEventListener("change", pick);
  at("debrief-table").addEventListener("change", pick);

  return {
    next,
    linked(open) {
      linked = open;
      enable();
    },
    draw(now, tiles) {
      room = now;
      const playing = isPlaying(room);
      say(at("round"), playing ? word("ui.round_of", { round: room.round, rounds: room.rounds }) : "");
      say(at("game-number"), room.game > 1 ? word("ui.game_number", { game: room.game }) : "");
      at("practice").hidden = !(room.practice && room.round <= 1 && room.phase !== "debrief");
      at("phase").textContent = word(`phase.${room.phase}`);
      say(at("counts"), playing ? countsOf(room) : word("ui.people", { count: room.people }));
      say(at("went-back"), backWord(room));
      at("next").hidden = room.phase === "closed";
      say(at("next"), nextWord(room));
      say(at("preview-text"), previewOf(room));
      at("preview").hidden = !previewOf(room);
      at("preview").dataset.view = room.next.phase;
      at("join-box").hidden = room.phase !== "lobby";
      drawDebrief(room, tiles);
      drawNotes(room);
      enable();
    },
  };
}

/** How many are ready, or why nobody is. */
function countsOf(room) {
  if (room.here) return word("ui.ready", { ready: room.ready, here: room.here });
  return word(room.people ? "ui.nobody_here" : "ui.only_bots");
}

function backWord(room) {
  if (!room.back_from) return "";
  if (room.back_from === "practice") return word("ui.practice_over");
  return word("ui.went_back", { phase: word(`phase.${room.back_from}`) });
}

/** What the button says: the step that comes next. */
function nextWord(room) {
  if (room.phase === "closed") return "";
  const picture = room.phase === "debrief" ? nextPicture(room.debrief) : null;
  if (picture) return word(`ui.next.picture.${picture.part}`);
  const { phase, round } = room.next;
  if (room.phase === "outcome" && phase === "agree" && round === room.round) return word("ui.next.reset");
  if (room.phase === "outcome" && phase === "time_out") return word("ui.next.to_time_out");
  if (room.phase === "outcome" && phase === "debrief") return word("ui.next.last");
  return word(`ui.next.${room.phase === "time_out" ? "outcome" : room.phase}`, { round });
}

/** What the big screen will show after the next press, in a few words. */
function previewOf(room) {
  if (room.phase === "debrief" || room.phase === "closed") return "";
  return word(`ui.preview.${room.next.phase}`, { round: room.next.round });
}

/** The picture that follows the one shown, through both steps of the debrief; null after the last. */
function nextPicture({ step, part }) {
  const all = VIEWS.flatMap((view) => partsOf(view).map((name) => ({ view, part: name })));
  return all[all.findIndex((one) => one.view === step && one.part === part) + 1] ?? null;
}

function drawDebrief(room, tiles) {
  at("debrief-box").hidden = room.phase !== "debrief";
  if (room.phase !== "debrief") return;
  const select = at("debrief-table");
  if (select.options.length !== tiles.length + 1) {
    const options = tiles.map((tile) => new Option(word("ui.table", { table: tile.table }), tile.table));
    select.replaceChildren(select.options[0], ...options);
  }
  select.value = room.debrief.table ?? "";
  for (const choice of document.querySelectorAll("[name=view]")) choice.checked = choice.value === room.debrief.step;
}

function drawNotes(room) {
  const code = noteCode(room);
  at("notes").hidden = !hasWord(`note.${code}.say`);
  for (const part of ["say", "ask", "watch"]) say(at(`note-${part}`), word(`note.${code}.${part}`));
  say(at("opening"), room.phase === "lobby" ? word("opening") : "");
}

function noteCode(room) {
  if (room.phase === "agree") return room.round === 1 ? "agree_first" : "agree_later";
  if (room.phase === "debrief") return room.debrief.step;
  return room.phase;
}
