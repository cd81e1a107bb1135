/* The projector: one thing at a time, big. It only looks; what it shows is what the server last said, or it says
 * that it is old. */
import { createParts } from "../net/parts.js";
import { connect } from "../net/socket.js";
import { showAddress } from "../ui/shared/address.js";
import { createLater } from "../ui/projector/later.js";
import { drawClosed } from "../ui/projector/closed.js";
import { drawLobby } from "../ui/projector/lobby.js";
import { createPages, MOST_TABLES } from "../ui/projector/pages.js";
import { drawPlay as drawTables, restPlay } from "../ui/projector/play.js";
import { clearRows } from "../ui/projector/row.js";
import { costsOf } from "../ui/projector/room_line.js";
import { beatOf, WHOLE } from "../state/beats.js";
import { heardAt, serverNow } from "../state/server_time.js";
import { at, nameWindow, say, showTrouble, startAgain, write } from "../ui/shared/dom.js";
import { drawTimeOut } from "../ui/projector/time_out.js";
import { createSounds } from "../ui/projector/sounds.js";
import { createWindow } from "../ui/projector/window.js";
import { fetchWorld, takeWorld } from "../ui/street/world.js";
import { moments, timeLeft, word } from "../state/words.js";

const CLOCK = moments({ hour: "2-digit", minute: "2-digit" });
const PLAY = ["agree", "act", "outcome"];
const PLAYED = [...PLAY, "time_out"]; // from a time-out one goes on where one was
const boards = new Map(); // what was last said of each table, by its number
let room = null; // what was last said of the room
let ends = null; // when the countdown is over, on this page's clock in ms; null without one
let stands = null; // what is left of a countdown that stands still, in ms
let lost = null; // since when there is no connection, as it is written; null while there is one
const pages = createPages(() => draw(false));

createWindow();
const hear = createSounds();
const socket = connect(document.body.dataset.socket, { onMessage: take, onState: linked, onTrouble: explain });
const drawDebrief = createLater(
  createParts({ heardSince: socket.heardSince, anew: startAgain, changed: () => draw(true) }),
);
const street = createParts({ heardSince: socket.heardSince, anew: startAgain, changed: () => draw(false) })(
  fetchWorld,
  takeWorld,
);
setInterval(tick, 250);
addEventListener("resize", () => room && draw(false));

function take(message) {
  if (message.type === "clock") {
    ends = message.remaining_ms === null ? null : performance.now() + message.remaining_ms;
    stands = message.paused ? message.remaining_ms : null;
    return tick();
  }
  if (message.type !== "projector_screen") return;
  heardAt(message.now_ms);
  const before = room;
  room = message.room;
  if (message.whole) boards.clear();
  for (const board of message.boards) boards.set(board.table, board);
  const turned = JSON.stringify(before?.debrief) !== JSON.stringify(room.debrief);
  if (turned) pages.first();
  draw(before?.step !== room.step || turned);
}

function draw(fresh) {
  const all = [...boards.values()].sort((one, other) => one.table - other.table);
  const view = PLAY.includes(room.phase) ? "play" : room.phase;
  document.body.dataset.phase = room.phase;
  nameWindow(
    word(`phase.${room.phase}`),
    PLAY.includes(room.phase) && word("ui.projector.round", { round: room.round }),
  );
  for (const name of ["lobby", "time_out", "play", "debrief", "closed"]) at(name).hidden = name !== view;
  drawAround();
  pages.whole();
  street.bring();
  if (view === "lobby") drawLobby(room, all);
  if (view === "time_out") drawTimeOut(room, all);
  if (view === "closed") drawClosed(all);
  if (view === "play") drawPlay(all);
  if (view === "debrief") drawDebrief(room, all, fresh, pages);
  if (!PLAYED.includes(room.phase)) restPlay();
  clearRows(view);
  showAddress(room.address);
}

/* What lies over or around every view: the cover, the look, and how things stand with the facilitator. */
function drawAround() {
  const root = document.documentElement;
  if (room.theme) root.dataset.theme = room.theme;
  else delete root.dataset.theme;
  document.body.dataset.cover = room.cover;
  at("cover").hidden = !room.cover;
  for (const cover of ["blank", "qr"]) at(`cover-${cover}`).hidden = room.cover !== cover;
  at("paused").hidden = at("time-out-paused").hidden = !room.paused;
  at("phase").className = room.paused ? "visually-hidden" : "";
  document.body.classList.toggle("is-paused", room.paused);
  tell();
  at("foot-away").hidden = !room.facilitator_away;
}

/* What there is to hear of the phase and its countdown. */
function tell() {
  const left = ends === null || stands !== null ? null : Math.max(0, ends - performance.now());
  hear(room, left);
}

function drawPlay(all) {
  const play = room.game > 1 ? ` · ${word("ui.projector.play", { game: room.game })}` : "";
  const round = word("ui.projector.round", { round: room.round }) + play;
  write(at("round"), room.paused ? `${round} · ${word(`phase.${room.phase}`)}` : round);
  say(at("phase-more"), room.paused ? "" : moreOf());
  say(
    at("ready"),
    room.phase === "outcome" || !room.here ? "" : word("ui.ready", { ready: room.ready, here: room.here }),
  );
  drawTables(all, room, all.length > MOST_TABLES ? pages.of(all, MOST_TABLES) : all);
}

/* What stands beside the round: that the time is up and why nothing closes; else where we came back from or that it is
 * practice, and whether one talks, or of several streets what the round cost. */
function moreOf() {
  if (isOver() && room.undecided.length) return word("ui.projector.undecided");
  return [cameOf(), talkOf()].filter(Boolean).join(" · ");
}

function cameOf() {
  if (room.back_from === "practice") return word("ui.projector.practice_over");
  if (room.back_from) return word("ui.projector.went_back");
  return room.practice && room.round === 1 ? word("ui.projector.practice") : "";
}

function talkOf() {
  if (room.may_talk) return word("ui.projector.may_talk");
  if (room.phase !== "outcome") return room.silent ? word("ui.projector.silent") : "";
  return boards.size > 1 && beatOf(room.reveal, serverNow()) === WHOLE ? costsOf([...boards.values()]) : "";
}

function isOver() {
  return ends !== null && stands === null && ends <= performance.now();
}

function tick() {
  const left = ends === null ? null : Math.max(0, stands ?? ends - performance.now());
  if (PLAY.includes(room?.phase)) say(at("phase-more"), room.paused ? "" : moreOf());
  const face = left === null ? "" : timeLeft(left);
  if (room) tell();
  const came = at("clock").hidden !== (face === "");
  say(at("clock"), face);
  say(at("time-out-clock"), face);
  at("time-out-up").hidden = left !== 0 || stands !== null;
  at("time-out-text").hidden = !at("time-out-up").hidden;
  if (came && room) draw(false); // what lies under the clock has more or less room now
  if (lost !== null) write(at("link-since"), word("ui.projector.lost_since", { time: lost }));
}

/* What keeps the connection away: over what was seen last, or in the middle when nothing was seen yet. */
let trouble = "";
function explain(what) {
  trouble = what;
  showTrouble(trouble);
  at("trouble").hidden = !trouble || room !== null;
  if (!trouble) return;
  at("link-state").hidden = room === null;
  drawFoot(false);
}

function linked(state) {
  const open = state === "open";
  if (state === "refused") location.reload();
  if (open) lost = null;
  else lost ??= CLOCK.format(Date.now());
  at("link-state").hidden = open || (room === null && (state === "connecting" || trouble !== ""));
  drawFoot(open);
}

function drawFoot(open) {
  at("foot-state").dataset.state = open ? "open" : "waiting";
  at("foot-state").classList.toggle("visually-hidden", open); // the room is told when it is not well
  write(at("foot-word"), word(open ? "ui.projector.link.open" : "ui.projector.link.waiting"));
}
