/* The phone: one screen from the server at a time, drawn in place; taps go out through the draft and the socket. */
import { connect } from "../net/socket.js";
import { createDraft, spent } from "../state/draft.js";
import { copy, drawEach, fillList, forgetAll, say, startAgain, whenDrawingFails, write } from "../ui/dom.js";
import { createClock, createConnection, drawAround, drawDock, drawHeader, drawResult } from "../ui/frame.js";
import { LOOKING, belongsElsewhere, createArrival, createPlace, drawHead, titleOf } from "../ui/place.js";
import { createReady } from "../ui/ready.js";
import { word } from "../ui/words.js";

const at = (id) => document.getElementById(id);
const PLAY = ["agree", "act", "outcome"];
const WARM_UP_MS = 5000;
let screen = null;
let step = null;
let readyWanted = null;
let lateStep = null;

const clock = createClock(draw);
const connection = createConnection(() => socket.reconnect());
const socket = connect(document.body.dataset.socket, { onMessage: receive, onState: connection.show, onTrouble: connection.explain, onUnstored: (is) => (at("not-stored").hidden = !is) });
const place = createPlace(socket);
const arrival = createArrival();
const draft = createDraft(socket.send, draw, () => {
  lateStep = step;
  draw();
});
const ready = createReady(draft, tellReady);
whenDrawingFails(() => say(at("notice"), word("ui.draw_failed")));

function receive(message) {
  if (message.type === "clock") return clock.set(message);
  if (message.type !== "player_screen") return;
  if (belongsElsewhere(message) || (missed && !tasks && startAgain())) return;
  screen = message;
  if (screen.mine.seat === null) screen.mine = { ...LOOKING, ...screen.mine };
  arrival.see(screen.table, screen.mine);
  connection.knows(screen.table);
  if (PLAY.includes(screen.table.phase)) draft.show(screen.table, screen.mine);
  draw();
}

function draw() {
  if (!screen) return;
  const { table, mine } = screen;
  const isPlay = PLAY.includes(table.phase);
  if (readyWanted !== null && isPlay) mine.ready = readyWanted;
  const entered = step !== table.step;
  if (entered) enter(table);
  drawEach(
    () => drawHeader(table),
    () => drawAround(table),
    () => drawHead(table, mine, noticeOf(table, mine), clock.isUp),
    () => drawRecap(table),
    () => place.draw(table, mine),
    () => drawPeople(table, mine),
    () => drawResult(table, mine),
    () => drawChoices(table, mine, isPlay),
    () => drawDock(table, mine, draft, spent),
    () => isPlay && ready.draw(table, mine),
    () => drawDebrief(table, mine),
    () => entered && announce(table, mine),
  );
}

/* A new phase: forget what belonged to the old one; the late notice stays for the phase it appeared in. */
function enter(table) {
  const isFirst = step === null;
  step = table.step;
  readyWanted = null;
  if (lateStep !== null && lateStep < step - 1) lateStep = null;
  placeRoleCard(beginsWithCard(table) || arrival.hasNewCard(table));
  document.body.dataset.phase = table.phase;
  if (table.phase === "lobby") forgetTexts();
  if (isFirst) setTimeout(bringTasks, WARM_UP_MS);
  else window.scrollTo(0, 0);
}

/* The role card is what the lobby, the first round and a new chair begin with; later it waits below the choices. */
const beginsWithCard = ({ phase, round }) => phase === "lobby" || (phase === "agree" && round === 1);
function placeRoleCard(isFirst) {
  const card = at("role-card");
  if (card.dataset.first === String(isFirst)) return; // folded by hand, it stays so
  card.dataset.first = String(isFirst);
  card.open = isFirst;
  at(isFirst ? "people" : "story").after(card);
}

function noticeOf(table, mine) {
  if (mine.bot_chose) return arrival.botChose(table);
  return lateStep === null ? "" : "refused.phase_closed";
}

/* Who comes in the middle reads first what happened so far; nobody else fetches that. */
let recap = null;
let recapComing = null;
function drawRecap(table) {
  if (!arrival.isLate(table)) return recap?.hide();
  if (recap) return recap.draw(table);
  recapComing ??= import("../ui/recap.js").then(({ createRecap }) => {
    recap = createRecap({ warm: arrival.warm, key: arrival.key, closed: recapClosed });
    draw();
  }, (error) => console.warn("what happened so far did not come:", error.message));
}

function recapClosed() {
  arrival.close();
  at("role-card").open = false;
  placeRoleCard(beginsWithCard(screen.table));
}

function drawPeople(table, mine) {
  at("people").hidden = table.phase !== "lobby";
  if (table.phase !== "lobby") return;
  fillList(at("people-list"), table.seats, () => copy("person"), ({ node, parts }, seat) => {
    node.className = `person${seat.seat === mine.seat ? " me" : ""}${seat.alias ? "" : " empty"}${seat.present ? "" : " away"}`;
    node.dataset.role = parts.badge.dataset.role = seat.role;
    say(parts.badge, word(`ui.letter.${seat.role}`));
    say(parts.alias, seat.alias || word("ui.empty_seat"));
    say(parts.role, word(`role.${seat.role}`));
  });
}

function drawChoices(table, mine, isPlay) {
  at("choices").hidden = !isPlay;
  if (isPlay && tasks) tasks.draw(table, mine);
  else if (isPlay) bringTasks();
  const button = at("same");
  button.hidden = !isPlay || !draft.hasPrefill || !draft.isEmpty || mine.ready;
  if (!button.hidden) say(button.querySelector("span"), word("ui.same"));
}

/* The cards of the tasks are not needed before the start: they come a while after the first screen, or when play is on. A
 * browser may remember, as long as the page lives, that they did not come; then the page is made anew with the next screen. */
let tasks = null;
let bringing = null;
let missed = false;
function bringTasks() {
  bringing ??= import("../ui/tasks.js").then(({ createTasks }) => {
    tasks = createTasks(at("tasks"), at("funding"), draft);
    draw();
  }, (error) => {
    console.warn("the tasks did not come:", error.message);
    missed = true;
    bringing = null;
  });
}

/* The debrief comes when it opens. What did not come (no connection) is asked for again with the next screen. */
let debrief = null;
let coming = null;
function drawDebrief(table, mine) {
  if (table.phase !== "debrief" && table.phase !== "closed") {
    at("story").hidden = at("voice").hidden = at("take-home").hidden = true;
  } else if (debrief) debrief.draw(table, mine);
  else if (table.story) coming ??= import("../ui/later.js").then(({ openDebrief }) => openDebrief(socket)).then(debriefCame, debriefDidNot);
}

function debriefCame(made) {
  debrief = made;
  draw();
}

function debriefDidNot(error) {
  console.warn("the debrief did not come:", error.message);
  say(at("notice"), word("ui.story_failed"));
  coming = null;
}

/* A new game: what was typed in the debrief of the last one is not for this one. */
function forgetTexts() {
  debrief?.forget();
  forgetAll("sessionStorage", "voice-");
}

/* Read the new phase out, and put the keyboard at its heading; not on the first screen of a visit. */
let visited = false;
function announce(table, mine) {
  const title = titleOf(table, mine);
  const talk = table.may_talk ? `. ${word("ui.may_talk")}` : "";
  write(at("announcer"), PLAY.includes(table.phase) ? `${word("ui.round", { round: table.round })}. ${title}${talk}` : title);
  if (visited) at("phase-title").focus({ preventScroll: true });
  visited = true;
}

at("same").addEventListener("click", () => draft.keepAll());

function tellReady(wanted) {
  const sent = socket.send({ type: "ready", step: screen.table.step, ready: wanted }, "ready");
  readyWanted = wanted;
  draw();
  sent.then((answer) => {
    if (answer.type === "replaced") return;
    if (readyWanted === wanted) readyWanted = null;
    if (answer.type === "refused") screen.mine.ready = !wanted;
    draw();
  });
}
