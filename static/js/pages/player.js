/* The phone: one screen from the server at a time, drawn in place; taps go out through the draft and the socket. */
import { connect } from "../net/socket.js";
import { createDraft, spent } from "../state/draft.js";
import { copy, fillList, say } from "../ui/dom.js";
import { createClock, createConnection, drawAround, drawDock, drawHeader, drawResult } from "../ui/frame.js";
import { LOOKING, belongsElsewhere, createPlace } from "../ui/place.js";
import { createReady } from "../ui/ready.js";
import { createTasks } from "../ui/tasks.js";
import { addWords, hasWord, sentence, word } from "../ui/words.js";

const at = (id) => document.getElementById(id);
const PLAY = ["agree", "act", "outcome"];
let screen = null;
let step = null;
let readyWanted = null;
let lateStep = null;

const clock = createClock();
const connection = createConnection(() => socket.reconnect());
const socket = connect(document.body.dataset.socket, { onMessage: receive, onState: connection.show });
const place = createPlace(socket);
const draft = createDraft(socket.send, draw, () => {
  lateStep = step;
  draw();
});
const tasks = createTasks(at("tasks"), at("funding"), draft);
const ready = createReady(draft, tellReady);

function receive(message) {
  if (message.type === "clock") return clock.set(message);
  if (message.type !== "player_screen") return;
  if (belongsElsewhere(message)) return;
  screen = message;
  if (screen.mine.seat === null) screen.mine = { ...LOOKING, ...screen.mine };
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
  drawHeader(table);
  drawAround(table);
  place.draw(table, mine);
  drawHead(table, mine);
  drawPeople(table, mine);
  drawResult(table, mine);
  at("choices").hidden = !isPlay;
  if (isPlay) tasks.draw(table, mine);
  drawSame(isPlay, mine);
  drawDock(table, mine, draft, spent);
  if (isPlay) ready.draw(table, mine);
  drawStory(table, mine);
  if (entered) announce(table);
}

/* A new phase: forget what belonged to the old one; the late notice stays for the phase it appeared in. */
function enter(table) {
  const isFirst = step === null;
  step = table.step;
  readyWanted = null;
  if (lateStep !== null && lateStep < step - 1) lateStep = null;
  placeRoleCard(table.phase === "lobby" || (table.phase === "agree" && table.round === 1));
  document.body.dataset.phase = table.phase;
  if (table.phase === "lobby") forgetTexts();
  if (!isFirst) window.scrollTo(0, 0);
}

/* The role card is what the lobby and the first round begin with; later it waits below the choices. */
function placeRoleCard(isFirst) {
  const card = at("role-card");
  card.open = isFirst;
  at(isFirst ? "people" : "story").after(card);
}

function drawHead(table, mine) {
  const calm = table.phase === "outcome" && mine.seat !== null && !asksResponse(table);
  const key = calm ? "outcome.calm" : asked(table, mine);
  say(at("alias"), mine.alias);
  const step = table.phase === "debrief" ? `debrief.${table.debrief.step}.title` : "";
  say(at("phase-title"), hasWord(step) ? word(step) : word(`ui.title.${table.phase}`, { alias: mine.alias }));
  say(at("phase-ask"), hasWord(step) ? "" : word(`ui.ask.${key}`));
  at("silent").hidden = !table.silent;
  say(at("notice"), noticeOf(table, mine));
  const lines = linesOf(table);
  at("lines").hidden = lines.length === 0;
  fillList(at("lines"), lines, () => ({ node: document.createElement("li") }), ({ node }, line) => {
    node.className = line.kind;
    say(node, line.text);
  });
}

/* One thing to know before anything else: what came too late, that the group went back, that a bot chose meanwhile. */
function noticeOf(table, mine) {
  if (table.back_from === "practice") return word("ui.practice_over");
  if (table.back_from) return word("ui.went_back", { phase: word(`phase.${table.back_from}`) });
  if (mine.bot_chose) return word("ui.bot_chose");
  return lateStep === null ? "" : word("refused.phase_closed");
}

function asked(table, mine) {
  if (mine.seat === null) return hasWord(`ui.ask.watch.${table.phase}`) ? `watch.${table.phase}` : table.phase;
  return table.phase === "agree" || table.phase === "act" ? `${table.phase}.${mine.role}` : table.phase;
}

function asksResponse(table) {
  return table.form === "full" && table.report.some(({ trouble }) => trouble);
}

function linesOf(table) {
  const list = (kind, texts) => (texts || []).filter(Boolean).map((text) => ({ kind, text: sentence(text) }));
  if (table.phase === "outcome") return list("news", table.news);
  if (table.phase !== "agree") return [];
  const pay = table.round > 1 ? [{ code: "ui.paid", params: { funding: word(`funding.${table.funding}`) } }] : [];
  const absent = table.round === 1 && table.neighbours ? [{ code: "ui.neighbours", params: { count: table.neighbours } }] : [];
  return [...list("briefing", [table.briefing]), ...list("done", absent), ...list("done", table.done), ...list("done", pay)];
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

function drawSame(isPlay, mine) {
  const button = at("same");
  button.hidden = !isPlay || !draft.hasPrefill || !draft.isEmpty || mine.ready;
  if (!button.hidden) say(button.querySelector("span"), word("ui.same"));
}

/* The debrief comes with code and words of its own, when it opens. */
let debrief = null;
async function drawStory(table, mine) {
  const isOver = table.phase === "closed";
  if (table.phase !== "debrief" && !isOver) {
    at("story").hidden = at("voice").hidden = at("take-home").hidden = true;
    return;
  }
  if (!table.story) return;
  try {
    if (!debrief) {
      dress("charts", "voice");
      const [{ createDebrief }] = await Promise.all([import("../ui/debrief.js"), reveal()]);
      debrief ??= createDebrief(socket);
    }
    if (screen.table !== table) return;
    drawHead(table, mine);
    debrief.draw(table, mine);
  } catch {
    /* Without a connection the drawing waits for the next screen; the big screen has it too. */
  }
}

/* A new game: what was typed in the debrief of the last one is not for this one. */
function forgetTexts() {
  debrief?.forget();
  try {
    for (const kind of ["feeling", "at_work", "tomorrow"]) sessionStorage.removeItem(`voice-${kind}`);
  } catch {
    /* Without storage nothing was kept. */
  }
}

/* The style sheets of the debrief come with it, not with the first visit. */
function dress(...names) {
  for (const name of names) {
    if (at(`${name}-style`)) continue;
    const sheet = document.createElement("link");
    sheet.id = `${name}-style`;
    sheet.rel = "stylesheet";
    sheet.href = new URL(`../../css/${name}.css`, import.meta.url).href;
    document.head.append(sheet);
  }
}

/* What the debrief says is not on the page during play; a page from before it fetches the words once. */
async function reveal() {
  if (hasWord("debrief.title")) return;
  const answer = await fetch(document.body.dataset.words);
  if (answer.ok) addWords(await answer.json());
}

/* Read the new phase out, and put the keyboard at its heading; not on the first screen of a visit. */
let visited = false;
function announce(table) {
  const title = at("phase-title").textContent;
  at("announcer").textContent = PLAY.includes(table.phase) ? `${word("ui.round", { round: table.round })}. ${title}` : title;
  if (visited) at("phase-title").focus({ preventScroll: true });
  visited = true;
}

at("same").addEventListener("click", () => draft.keepAll());

function tellReady(wanted) {
  readyWanted = wanted;
  draw();
  socket.send({ type: "ready", step: screen.table.step, ready: wanted }, "ready").then((answer) => {
    if (answer.type === "replaced") return;
    if (readyWanted === wanted) readyWanted = null;
    if (answer.type === "refused") screen.mine.ready = !wanted;
    draw();
  });
}
