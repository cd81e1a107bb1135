/* The phone: one screen from the server at a time, drawn in place; taps go out through the draft and the socket. */
import { createParts } from "../net/parts.js";
import { connect } from "../net/socket.js";
import { createDraft } from "../state/draft.js";
import { createDock, drawDock } from "../ui/phone/dock.js";
import {
  at,
  closeGaps,
  drawEach,
  forgetAll,
  recall,
  say,
  showUnstored,
  startAgain,
  steady,
  whenDrawingFails,
} from "../ui/shared/dom.js";
import {
  createClock,
  createConnection,
  drawAround,
  drawHeader,
  drawPeople,
  readOut,
  tellPhase,
} from "../ui/phone/frame.js";
import { LOOKING, belongsElsewhere, createArrival, createPlace, drawHead, titleOf } from "../ui/phone/place.js";
import { word } from "../state/words.js";

const PLAY = ["agree", "act", "outcome"];
const WARM_UP_MS = 5000;
const MISSED_MS = 15000; // a page whose parts do not come is not made anew more often
let screen = null;
let step = null;
let readyWanted = null;
let lateStep = null;

const clock = createClock(() => {
  if (clock.isUp && screen?.table.phase === "time_out") touch();
  draw();
});
const connection = createConnection(() => socket.reconnect());
const socket = connect(document.body.dataset.socket, {
  onMessage: receive,
  onState: connection.show,
  onTrouble: connection.explain,
  onSilence: connection.silent,
  onUnstored: (why) => steady(() => showUnstored(why)),
});
const partOf = createParts({ heardSince: socket.heardSince, anew: () => startAgain(MISSED_MS), changed: draw });
const place = createPlace(socket, partOf);
const arrival = createArrival();
const draft = createDraft(socket.send, {
  changed: draw,
  kept: () => readOut(`${word("ui.player.said.sent")} ${tasks.here?.left() ?? ""}`.trim()),
  late() {
    lateStep = step;
    draw();
  },
});
const dock = createDock(draft, tellReady);
whenDrawingFails(() => say(at("notice"), word("ui.player.draw_failed")));

function receive(message) {
  if (message.type === "clock") return clock.set(message);
  if (message.type !== "player_screen") return;
  if (belongsElsewhere(message)) return;
  screen = message;
  if (screen.mine.seat === null) screen.mine = { ...LOOKING, ...screen.mine };
  arrival.see(screen.table, screen.mine);
  connection.knows(screen.table);
  if (PLAY.includes(screen.table.phase)) draft.show(screen.table, screen.mine, screen.rev);
  draw();
}

function draw() {
  if (!screen) return;
  const { table, mine } = screen;
  const isPlay = PLAY.includes(table.phase);
  const entered = step !== table.step;
  if (entered) enter(table);
  mine.told = readyWanted; // said here, and not yet with the server
  const drawAll = () =>
    drawEach(
      () => drawHeader(table),
      () => drawAround(table),
      () => drawHead(table, mine, noticeOf(table, mine), clock.isUp),
      () => drawRecap(table),
      () => place.draw(table, mine),
      () => drawPeople(table, mine),
      () => drawChoices(table, mine, isPlay),
      () => drawDock(table, mine),
      () => isPlay && dock.draw(table, mine),
      () => drawDebrief(table, mine),
      () => announce(table, mine, entered),
    );
  if (entered) drawAll();
  else steady(drawAll);
  if (!isWhole && (isPlay ? tasks.here : debrief.here || !table.story)) whole();
}

/* A new phase: forget what belonged to the old one; the late notice stays for the phase it appeared in. */
function enter(table) {
  const isFirst = step === null;
  step = table.step;
  readyWanted = null;
  if (lateStep !== null && lateStep < step - 1) lateStep = null;
  placeRoleCard(table.phase === "lobby" || arrival.hasNewCard(table));
  document.body.dataset.phase = table.phase;
  if (table.phase === "lobby") {
    debrief.here?.forget(); // what was typed in the debrief of the last game is not for this one
    forgetAll("sessionStorage", "voice-");
  }
  closeGaps();
  if (isFirst) setTimeout(warmUp, WARM_UP_MS);
  else window.scrollTo(0, 0);
}

/* The role card is what the lobby and a new chair begin with; later it waits below the choices. */
function placeRoleCard(isFirst) {
  const card = at("role-card");
  if (card.dataset.first === String(isFirst)) return; // folded by hand, it stays so
  card.dataset.first = String(isFirst);
  card.open = isFirst;
  at(isFirst ? "people" : "story").after(card);
}

function noticeOf(table, mine) {
  if (debrief.isMissed && table.story) return "ui.player.story_failed";
  if (tasks.isMissed && PLAY.includes(table.phase)) return "ui.player.draw_failed";
  if (mine.bot_chose) return arrival.botChose(table);
  return lateStep === null ? "" : "refused.phase_closed";
}

/* Who comes in the middle reads first what happened so far; nobody else fetches that. */
const recap = partOf(
  () => import("../ui/phone/recap.js"),
  ({ createRecap }) => createRecap({ warm: arrival.warm, key: arrival.key, closed: recapClosed }),
);
function drawRecap(table) {
  if (!arrival.isLate(table)) recap.here?.hide();
  else if (recap.here) recap.here.draw(table);
  else recap.bring();
}

function recapClosed() {
  arrival.close();
  at("role-card").open = false;
  placeRoleCard(screen.table.phase === "lobby");
}

/* The cards of the tasks and the dialogs are not needed before the start: they come a while after the first screen,
 * or when they are wanted. */
const tasks = partOf(
  () => import("../ui/phone/tasks.js"),
  ({ createTasks }) => createTasks(at("tasks"), at("funding"), { draft, send: socket.send, changed: draw }, partOf),
);
let isWarm = false;
function warmUp() {
  isWarm = true;
  draw();
}

function drawChoices(table, mine, isPlay) {
  at("choices").hidden = !isPlay;
  if (tasks.here) tasks.here[isPlay ? "draw" : "rest"](table, mine);
  else if (isPlay || isWarm || table.phase === "time_out") tasks.bring();
  if (isWarm) place.bring();
}

const debrief = partOf(
  () => import("../ui/phone/later.js").then(({ fetchDebrief }) => fetchDebrief()),
  (createDebrief) => createDebrief(socket),
);
function drawDebrief(table, mine) {
  if (table.phase !== "debrief" && table.phase !== "closed") {
    at("story").hidden = at("voice").hidden = at("take-home").hidden = true;
  } else if (debrief.here) debrief.here.draw(table, mine);
  else if (table.story) debrief.bring();
}

/* Say the new phase, and in the debrief its next step; not on the first screen of a visit, which is read anyway. */
let title = null;
function announce(table, mine, entered) {
  const before = title;
  title = titleOf(table, mine);
  if (before === null) return;
  if (entered) {
    touch();
    tellPhase(table, title);
  }
  if (!entered && title !== before && table.phase === "debrief") readOut(title);
}

/* Who switched it on on this phone feels a new phase, and the end of a time-out; nobody else fetches that. */
function touch() {
  if (recall("localStorage", "vibrate")) import("../ui/phone/touch.js").then(({ buzz }) => buzz(), console.warn);
}

/* Another language makes the page anew: it opens where it was, with what was tapped and not sent. */
const language = document.querySelector("form.language");
language.addEventListener("submit", async (event) => {
  event.preventDefault();
  const more = { step, unsent: draft.unsent, ready: readyWanted };
  await import("../ui/shared/kept.js").then(
    ({ keepPlace }) => keepPlace(more),
    () => {},
  );
  language.submit();
});

let isWhole = false;
function whole() {
  isWhole = true;
  if (recall("sessionStorage", "kept-place") === null) return;
  import("../ui/shared/kept.js").then(
    ({ putBack }) =>
      putBack({
        is: (more) => more.step === step,
        first: ({ unsent, ready }) => {
          draft.resume(unsent);
          if (ready !== null) tellReady(ready);
        },
      }),
    (error) => console.warn("the place was not put back:", error.message),
  );
}

function tellReady(wanted) {
  const sent = socket.send({ type: "ready", step: screen.table.step, ready: wanted }, "ready");
  readyWanted = wanted;
  draw();
  sent.then((answer) => {
    if (answer.type === "replaced") return;
    if (readyWanted === wanted) readyWanted = null;
    if (answer.type === "ack") screen.mine.ready = wanted;
    draw();
  });
}
