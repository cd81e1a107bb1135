/* Two small screens: what the room sees now, and beside the button what it sees after the next press. Shapes and a
 * heading only: what is to be read there stands beside them in words. */
import { beatOf, untilNext } from "../../state/beats.js";
import { serverNow } from "../../state/server_time.js";
import { headingOf } from "../../state/heading.js";
import { shownPicture } from "../../state/steps.js";
import { attribute } from "../shared/attribute.js";
import { at, copy, fillList, put, say } from "../shared/dom.js";
import { MOST_TABLES, onPage } from "../projector/pages.js";
import { isLedBy, pairsIn } from "../projector/pairs.js";
import { arranged, BIG, DRAWN, PLAY, STREET } from "./arranged.js";
import { pictureName } from "./debrief.js";
import { drawRows } from "./plain.js";
import { sketchOf } from "./sketch.js";
import { PAIRED } from "../street/ends.js";
import { word } from "../../state/words.js";

const END = { width: BIG.width, height: 740, gap: BIG.gap, line: 44, ratio: STREET };
const SEEN = 24; // and more are so on either: what they look like the tiles between both show
const STREETS = ["lobby", "agree", "act", "outcome", "whole", "time_out", "finale", "closed"];

/** `nextOf()` answers {phase, head, tiles} of what comes, or null; `drawPictures` draws streets (pictures.js). */
export function createScreens(nextOf, drawPictures) {
  const [now, next] = [copy("screen"), copy("screen")];
  next.node.classList.add("small");
  at("screen-now").append(now.node);
  at("preview").prepend(next.node);
  let timer = 0;

  function drawNow(room, tiles) {
    const beat = beatOf(room.reveal, serverNow());
    clearTimeout(timer);
    const later = untilNext(room.reveal, serverNow());
    if (later !== null) timer = setTimeout(() => (drawNow(room, tiles), drawNext(room)), later + 20);
    const view = { outcome: beat, closed: "closed" }[room.phase] ?? "whole";
    const shown = isEnd(room)
      ? { phase: "finale", head: word("debrief.feeling.finale"), view: "finale" }
      : { phase: room.phase, head: headOf(room), view, picture: pictureOf(room, tiles) };
    drawPictures("now", show("now", now, room, { ...shown, tiles, cover: room.cover }));
    say(at("screen-says"), room.cover ? word(`ui.panel.screen.${room.cover}`) : leftWord(pictureOf(room, tiles)));
  }

  function drawNext(room) {
    const coming = nextOf();
    put(next.node, "hidden", !coming);
    if (coming) drawPictures("next", show("next", next, room, { ...coming, view: coming.phase, cover: "" }));
  }

  return { drawNow, drawNext };
}

/* Answers what there is to draw in it. */
function show(whose, { node, parts }, room, { phase, head, tiles, view, cover, picture = null }) {
  const page = PLAY.includes(phase) ? tiles.slice(0, onPage(tiles.length, MOST_TABLES)) : tiles;
  const shown = STREETS.includes(phase) && !cover ? picturesOf(page, view) : [];
  put(node.dataset, "phase", phase);
  put(node.dataset, "cover", cover);
  put(parts.head, "textContent", phase === "closed" ? word("ui.panel.screen.thanks") : head);
  drawPicture(node, cover ? null : picture);
  put(parts.code, "hidden", phase !== "lobby" && cover !== "qr");
  const together = shown.length > tiles.length ? 2 : 1;
  const isApart = together > 1 && tiles.length === 1; // the last large, and under it the first beside what is said
  parts.streets.classList.toggle("apart", isApart);
  const led = together > 1 && !isApart && isLedBy(tiles.length) ? pairsIn({ ...END, count: tiles.length }) : null;
  parts.streets.classList.toggle("led-pairs", led !== null);
  if (led) lead(parts.streets, led);
  const { place, columns, wide, kind } = arranged(phase, shown.length, room.tasks.length, together);
  put(parts.streets.dataset, "place", place);
  put(parts.streets.dataset, "pairs", !led && !isApart && together > 1 && columns === tiles.length ? "under" : "");
  parts.streets.style.setProperty("--cols", columns);
  const isPlain = shown.length > (whose === "next" ? DRAWN : SEEN);
  parts.streets.classList.toggle("plain", isPlain);
  const hasBars = whose === "now" && ["beside", "under"].includes(place); // for words
  const isRows = isPlain && together === 1 && !hasBars;
  if (drawRows(parts.streets, isRows && { count: shown.length, columns, wide })) return [];
  const jobs = [];
  fillList(parts.streets, shown, makeCell, ({ host }, { tile, view: seen }) => {
    const width = `${(wide * columns * 100).toFixed(1)}%`;
    if (host.style.width !== width) host.style.width = width;
    jobs.push({ host, kind, view: seen, tile, room });
  });
  return isPlain ? [] : jobs;
}

/* What the room has before it in the debrief: its name, its kind, and which of its presses were. */
function drawPicture(screen, picture) {
  if (!picture) return sketched.get(screen)?.node.remove();
  if (!sketched.has(screen)) sketched.set(screen, copy("screen-picture"));
  const { node, parts } = sketched.get(screen);
  if (!node.isConnected) screen.append(node);
  put(parts.name, "textContent", pictureName(picture));
  attribute(parts.sketch, "d", sketchOf(picture));
  const presses = Array.from({ length: picture.of }, (_, index) => index < picture.beat);
  fillList(parts.presses, presses, makePress, ({ node }, isDone) => node.classList.toggle("done", isDone));
}

const sketched = new WeakMap(); // screen -> what stands there in the debrief
const makePress = () => ({ node: document.createElement("i") });

const pictureOf = (room, tiles) => (room.phase === "debrief" ? shownPicture(room, tiles.length) : null);

function leftWord(picture) {
  if (!picture) return "";
  const left = picture.of - picture.beat;
  return left > 0 ? word("ui.panel.screen.left", { count: left }) : word("ui.panel.screen.whole");
}

/* The first picture of each table small beside its last, as on the big screen. */
function lead({ style }, { columns, first, last }) {
  style.setProperty("--pairs", columns);
  style.setProperty("--first", `${((100 * first) / END.width).toFixed(1)}%`);
  style.setProperty("--last", `${((100 * last) / END.width).toFixed(1)}%`);
}

/* The pictures that stand there: one of each table, and at the end its first and its last where there is room for both,
 * as on the big screen (projector/finale.js). */
function picturesOf(tiles, view) {
  if (view === "closed")
    return tiles.flatMap((tile) => tile.ends.slice(-1).map((end) => ({ tile, view: nightOf(end) })));
  if (view !== "finale") return tiles.map((tile) => ({ tile, view }));
  const from = tiles.length > PAIRED ? -1 : 0;
  return tiles.flatMap((tile) => {
    const ends = tile.ends.length ? tile.ends.slice(from) : ["act"]; // before the debrief: the lamps, and nobody there
    return ends.map((end) => ({ tile, view: end }));
  });
}

const nightOf = (end) => ({ ...end, night: true });
const isEnd = ({ phase, debrief, round }) => phase === "debrief" && debrief.part === "finale" && round > 0;

function makeCell() {
  const node = document.createElement("span");
  const host = document.createElement("i");
  node.append(host);
  return { node, host };
}

function headOf(room) {
  return room.phase === "debrief" ? word(`debrief.${room.debrief.step}.title`) : headingOf(room);
}
