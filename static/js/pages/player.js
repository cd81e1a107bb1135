/* The phone: one screen from the server at a time, drawn in place; taps go out through the draft and the socket. */
import { createParts } from "../net/parts.js";
import { connect } from "../net/socket.js";
import { at, drawEach, forgetAll, recall, say, showUnstored, startAgain, whenDrawingFails } from "../ui/shared/dom.js";
import { steady } from "../ui/shared/steady.js";
import { createClock, createConnection, drawAround, drawHeader, keepClear } from "../ui/phone/frame.js";
import { announce, drawHead, touch } from "../ui/phone/head.js";
import { LOOKING, belongsElsewhere, createArrival, createPlace, drawPeople } from "../ui/phone/place.js";
import { word } from "../state/words.js";

const PLAY = ["agree", "act", "outcome"];
const WARM_UP_MS = 5000;
const MISSED_MS = 15000; // a page whose parts do not come is not made anew more often
let screen = null;
let step = null;

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
const arrival = createArrival(partOf);
const play = partOf(
  () => import("../ui/phone/play.js"),
  ({ createPlay }) => createPlay(socket, draw, partOf),
);
const debrief = partOf(
  () => import("../ui/phone/later.js").then(({ fetchDebrief }) => fetchDebrief()),
  (createDebrief) => createDebrief(socket),
);
const alone = partOf(
  () => import("../ui/phone/alone.js"),
  ({ createAlone }) => createAlone(socket),
);
whenDrawingFails(() => say(at("notice"), word("ui.player.draw_failed")));
keepClear();

function receive(message) {
  if (message.type === "clock") return clock.set(message);
  if (message.type !== "player_screen") return;
  message.table = { ...(message.whole || screen.table), ...message.table };
  message.mine = { ...LOOKING, ...(message.whole || screen.mine), ...message.mine };
  if (belongsElsewhere(message)) return;
  screen = message;
  arrival.see(screen.table, screen.mine);
  connection.knows(screen.table);
  draw();
}

function draw() {
  if (!screen) return;
  const { table, mine } = screen;
  const isPlay = PLAY.includes(table.phase);
  const entered = step !== table.step;
  if (entered) enter(table);
  const drawAll = () =>
    drawEach(
      () => drawHeader(table),
      () => drawAround(table),
      () => drawHead(table, mine, noticeOf(table, mine), clock.isUp),
      () => arrival.drawRecap(table),
      () => place.draw(table, mine),
      () => drawPeople(table, mine),
      () => drawPlay(table.phase, isPlay),
      () => drawDebrief(table, mine),
      () => drawAlone(table, mine),
      () => announce(table, mine, entered),
    );
  if (entered) drawAll();
  else steady(drawAll);
  if (!isWhole && (isPlay ? play.here : debrief.here || !table.story)) whole();
}

/* A new phase: forget what belonged to the old one. */
function enter(table) {
  const isFirst = step === null;
  step = table.step;
  arrival.enter(table);
  document.body.dataset.phase = table.phase;
  if (table.phase === "lobby") {
    debrief.here?.forget(); // what was typed in the debrief of the last game is not for this one
    forgetAll("sessionStorage", "voice-");
  }
  say(at("notice"), "");
  if (isFirst) setTimeout(warmUp, WARM_UP_MS);
  else window.scrollTo(0, 0);
}

function noticeOf(table, mine) {
  if (debrief.isMissed && table.story) return "ui.player.story_failed";
  const needed = table.phase === "outcome" ? (play.here?.told ?? play) : play;
  if (needed.isMissed && PLAY.includes(table.phase)) return "ui.player.draw_failed";
  if (mine.bot_chose) return arrival.botChose(table);
  return play.here?.isLate(table) ? "refused.phase_closed" : "";
}

/* What one plays with and the dialogs are not needed before the start: they come a while after the first screen, or
 * when they are wanted. */
let isWarm = false;
function warmUp() {
  isWarm = true;
  draw();
}

function drawPlay(phase, isPlay) {
  at("choices").hidden = !isPlay;
  if (play.here) play.here.draw(screen, isPlay);
  else if (isPlay || isWarm || phase === "time_out") play.bring();
  if (!isWarm) return;
  place.bring();
  play.here?.told.bring();
}

function drawAlone(table, mine) {
  if (alone.here) alone.here.draw(table, mine);
  else if (at("further")) alone.bring();
}

function drawDebrief(table, mine) {
  if (table.phase !== "debrief" && table.phase !== "closed") {
    for (const id of ["story", "voice", "farewell", "take-home"]) at(id).hidden = true;
  } else if (debrief.here) debrief.here.draw(table, mine);
  else if (table.story) debrief.bring();
}

/* Another language makes the page anew: it opens where it was, with what was tapped and not sent. */
const language = document.querySelector("form.language");
language.addEventListener("submit", async (event) => {
  event.preventDefault();
  const more = { step, unsaid: play.here?.unsaid() ?? null };
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
        first: ({ unsaid }) => unsaid && play.here?.resume(unsaid),
      }),
    (error) => console.warn("the place was not put back:", error.message),
  );
}
