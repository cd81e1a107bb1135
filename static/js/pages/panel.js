/* The control panel: keeps what the server last said about the room and its tables, and lets each part draw it. */
import { at, drawEach, showTrouble, showUnstored } from "../ui/shared/dom.js";
import { createParts } from "../net/parts.js";
import { connect } from "../net/socket.js";
import { createAddress } from "../ui/panel/address.js";
import { createCourse } from "../ui/panel/course.js";
import { createDebrief } from "../ui/panel/debrief.js";
import { createDesk } from "../ui/panel/desk.js";
import { createKeys } from "../ui/panel/keys.js";
import { createFurnish } from "../ui/panel/furnish.js";
import { createLog } from "../ui/panel/log.js";
import { createOwnNote } from "../ui/panel/own_note.js";
import { createPeople } from "../ui/panel/people.js";
import { createPictures } from "../ui/panel/pictures.js";
import { createReach } from "../ui/panel/reach.js";
import { createRoom } from "../ui/panel/room.js";
import { createSchedule } from "../ui/panel/schedule.js";
import { createSteer } from "../ui/panel/steer.js";
import { createTables } from "../ui/panel/tables.js";
import { createTelling } from "../ui/panel/telling.js";
import { createTime } from "../ui/panel/time.js";
import { createUndercurrent } from "../ui/panel/undercurrent.js";
import { keepAtSwitch, putBack } from "../ui/shared/kept.js";
import { inTurn, leaveFrame } from "../ui/street/turns.js";
import { heardAt } from "../state/moments.js";
import { leftAt } from "../state/steps.js";

const link = at("link-state");
const byTable = new Map();
let room = null;

const socket = connect(document.body.dataset.socket, { onMessage: take, onState: show, onTrouble: explain });
// For a picture no page is made anew that a room is led from.
const createPart = createParts({ heardSince: socket.heardSince, anew: () => false, changed: draw });
const drawPictures = createPictures(createPart);
const desk = createDesk(socket);
const debrief = createDebrief(desk);
const time = createTime(desk, () => steer.next({ unasked: true }));
const steer = createSteer(desk, debrief, { createPart, drawPictures, isTimeUp: time.isUp });
const course = createCourse(desk);
const people = createPeople(desk);
const log = createLog(desk);
const furnish = createFurnish(desk);
const tables = createTables((table) => {
  people.look(table);
  log.look(table);
  furnish.look(table);
}, drawPictures);
const undercurrent = createUndercurrent(desk);
const roomPart = createRoom(desk, undercurrent);
const reach = createReach(desk);
const back = () => steer.rests || debrief.back() || course.backOne();
createKeys({ next: steer.next, back, undo: steer.undo, pause: time.toggle, qr: roomPart.qr, blank: roomPart.blank });

const MANY = 24; // tables; of more the panel is drawn part by part, first what was pressed
const PARTS = [
  time,
  createSchedule(),
  createOwnNote(),
  course,
  roomPart,
  createTelling(desk),
  createAddress(desk),
  reach,
  tables,
  people,
  furnish,
  log,
];

function take(message) {
  if (message.type === "clock") return time.clock(message);
  if (message.type === "log") return takeLog(message);
  if (message.type === "posts") return debrief.takePosts(message);
  if (message.type === "loops") return debrief.takeLoops(message);
  if (message.type === "reach") return reach.take(message);
  if (message.type === "storage") return showUnstored(message.why);
  if (message.type === "undercurrent") return undercurrent.take(message);
  if (message.type !== "panel_screen") return;
  heardAt(message.now_ms);
  const { debrief: now } = message.room;
  const { presses, round } = message.room;
  room = { ...message.room, debrief: { ...now, presses, left: leftAt(room?.debrief, now, round) } };
  if (message.whole) byTable.clear();
  for (const tile of message.tiles) byTable.set(tile.table, tile);
  desk.room = room;
  const isFirst = document.body.dataset.phase === undefined;
  const isOther = document.body.dataset.phase !== room.phase;
  document.body.dataset.phase = room.phase;
  if (isOther) at("control-link")?.toggleAttribute("open", room.phase === "lobby"); // out of a game's way
  draw();
  if (isFirst) putBack({ first: ({ table }) => tables.look(table) });
}

const LARGE = [...steer.later, tables, people, log]; // what these change has a frame to itself
const RUNS = [...steer.later, ...PARTS].map((part) => [() => drawParts([part]), { alone: LARGE.includes(part) }]);

function draw() {
  drawParts([steer, debrief]);
  leaveFrame();
  for (const [run, how] of RUNS) {
    if (byTable.size > MANY) inTurn(run, how);
    else run();
  }
}

function drawParts(parts) {
  const ordered = [...byTable.values()].sort((one, other) => one.table - other.table);
  drawEach(...parts.map((part) => () => part.draw(room, ordered)));
}

keepAtSwitch(() => ({ table: tables.selected }));

function takeLog(message) {
  log.take(message);
  debrief.takeLog(message);
}

function explain(trouble) {
  showTrouble(trouble);
  if (trouble) link.hidden = false;
}

function show(state, reason) {
  link.hidden = state === "open";
  if (state === "refused") location.reload();
  document.body.dataset.link = state;
  steer.linked(state === "open", reason);
  if (state === "open") for (const part of [undercurrent, debrief]) part.again();
}
