/* The left column: one button named after the next step, the countdown, the notes, the debrief and the early end. */
import { say } from "./dom.js";
import { partsOf } from "./charts/story.js";
import { hasWord, word } from "./words.js";

const at = (id) => document.getElementById(id);
const PLAY = ["agree", "act", "outcome"];
const MORE_MS = 30000;

export function createSteer(socket) {
  let room = null;
  let ends = null;
  let pressed = -1;
  let linked = false;

  async function send(command) {
    say(at("refused"), "");
    const answer = await socket.send({ ...command, step: room.step });
    // A press that another device was ahead of needs no words: the new step is on its way.
    if (answer.type === "refused" && answer.code !== "stale_step") say(at("refused"), word(`refused.${answer.code}`, answer.params));
    return answer;
  }

  async function next() {
    const picture = room.phase === "debrief" ? nextPicture(room.debrief) : null;
    if (picture) return show(picture);
    if (room.phase === "debrief" && !(await sure("close"))) return;
    pressed = room.step;
    enable();
    const answer = await send({ type: "next" });
    if (answer.type === "refused") pressed = -1;
    enable();
  }

  function enable() {
    // The button works once per step; until the next one is shown a second press finds it closed.
    at("next").disabled = !room || !linked || room.phase === "closed" || pressed === room.step;
  }

  function remaining() {
    return ends === null ? null : Math.max(0, ends - performance.now());
  }

  function tick() {
    const left = remaining();
    const seconds = Math.ceil((left ?? 0) / 1000);
    const face = left === null ? word("ui.clock.none") : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
    if (at("clock").textContent !== face) at("clock").textContent = face;
    at("clock").classList.toggle("running", left !== null);
    at("more-time").disabled = at("no-clock").disabled = left === null;
  }

  function sure(what) {
    const dialog = at("confirm");
    for (const part of ["title", "text", "yes"]) at(`confirm-${part}`).textContent = word(`ui.confirm.${what}.${part}`);
    dialog.returnValue = "no";
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener("close", () => resolve(dialog.returnValue === "yes"), { once: true });
    });
  }

  function show({ view, part }) {
    const table = at("debrief-table").value;
    send({ type: "show_debrief", view, part, table: table ? Number(table) : null });
  }

  function pick() {
    const view = document.querySelector("[name=view]:checked").value;
    show({ view, part: view === room.debrief.step ? room.debrief.part : partsOf(view)[0] });
  }

  at("next").addEventListener("click", next);
  at("end").addEventListener("click", async () => (await sure("end")) && send({ type: "end_game" }));
  at("no-clock").addEventListener("click", () => send({ type: "start_clock", seconds: 0 }));
  at("more-time").addEventListener("click", () => {
    send({ type: "start_clock", seconds: Math.round(((remaining() ?? 0) + MORE_MS) / 1000) });
  });
  for (const button of document.querySelectorAll("[data-seconds]")) {
    button.addEventListener("click", () => send({ type: "start_clock", seconds: Number(button.dataset.seconds) }));
  }
  for (const choice of document.querySelectorAll("[name=view]")) choice.addEventListener("change", pick);
  at("debrief-table").addEventListener("change", pick);
  setInterval(tick, 250);

  return {
    clock({ remaining_ms: left }) {
      ends = left === null ? null : performance.now() + left;
      tick();
    },
    linked(open) {
      linked = open;
      enable();
    },
    draw(now, tiles) {
      room = now;
      const playing = PLAY.includes(room.phase);
      say(at("round"), playing ? word("ui.round_of", { round: room.round, rounds: room.rounds }) : "");
      at("phase").textContent = word(`phase.${room.phase}`);
      at("counts").textContent = playing
        ? countsOf(room)
        : word("ui.people", { count: room.people });
      say(at("next"), nextWord(room));
      at("clock-box").hidden = at("end").hidden = !playing;
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

/** What the button says: the step that comes next. */
function nextWord(room) {
  if (room.phase === "closed") return "";
  const picture = room.phase === "debrief" ? nextPicture(room.debrief) : null;
  if (picture) return word(`ui.next.picture.${picture.part}`);
  const last = room.phase === "outcome" && room.round >= room.rounds;
  return word(`ui.next.${last ? "last" : room.phase}`, { round: room.round + 1 });
}

/** The picture that follows the one shown, through both steps of the debrief; null after the last. */
function nextPicture({ step, part }) {
  const all = ["what_happened", "undercurrent"].flatMap((view) => partsOf(view).map((name) => ({ view, part: name })));
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
