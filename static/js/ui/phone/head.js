/* The head of the phone's screen: what phase it is, what is asked, the one notice, the lines that open it; and saying
 * so when that changes. */
import { isFinale } from "../../state/finale.js";
import { at, fillList, recall, say, sayStill } from "../shared/dom.js";
import { hasWord, newsLines, sentence, word } from "../../state/words.js";
import { readOut, tellPhase } from "./frame.js";

const FEW_LINES = 2;

const inDebrief = ({ phase }) => phase === "debrief";
const isEnd = (table) => inDebrief(table) && isFinale(table.debrief, table.story);

function titleOf(table, mine) {
  const step = isEnd(table) ? "debrief.feeling.finale" : inDebrief(table) ? `debrief.${table.debrief.step}.title` : "";
  return hasWord(step) ? word(step) : word(`ui.player.title.${table.phase}`, { alias: mine.alias });
}

/** Draw the head; `notice` is a code of what has to be known before anything else, "" for what the screen itself
 * says, `isUp` whether the countdown is over. */
export function drawHead(table, mine, notice, isUp) {
  const calm = table.phase === "outcome" && mine.seat !== null && !asksResponse(table);
  const isTold = table.phase === "debrief" && hasWord(`debrief.${table.debrief.step}.title`);
  say(at("alias"), mine.alias);
  say(at("phase-title"), titleOf(table, mine));
  say(at("phase-ask"), isTold ? "" : word(`ui.player.ask.${calm ? "outcome.calm" : asked(table, mine, isUp)}`));
  at("silent").hidden = !table.silent;
  at("may-talk").hidden = !table.may_talk;
  sayStill(at("notice"), noticeOf(table, mine, notice, isUp));
  const lines = linesOf(table, mine);
  at("lines").hidden = lines.length === 0;
  at("lines").classList.toggle("many", lines.length > FEW_LINES);
  fillList(
    at("lines"),
    lines,
    () => ({ node: document.createElement("li") }),
    ({ node }, line) => {
      node.className = line.kind;
      say(node, line.text);
    },
  );
}

/* One thing to know before anything else: that the group went back, that a bot chose, what came too late. */
function noticeOf(table, mine, notice, isUp) {
  if (isUp && decidesFirst(table, mine)) return word("ui.player.decide_now");
  if (table.back_from === "practice") return word("ui.practice_over");
  if (table.back_from === "undone") return word("ui.player.undone");
  if (table.back_from && table.phase === "lobby") return word("ui.player.back_in_lobby");
  if (table.back_from) return word("ui.player.went_back", { phase: word(`phase.${table.back_from}`) });
  return notice && word(notice);
}

function asked(table, mine, isUp) {
  if (table.phase === "time_out" && isUp) return "time_up";
  if (mine.seat === null) return hasWord(`ui.player.ask.watch.${table.phase}`) ? `watch.${table.phase}` : table.phase;
  if (table.phase === "act" && mine.promise) return `promise.${mine.role}`;
  return table.phase === "agree" || table.phase === "act" ? `${table.phase}.${mine.role}` : table.phase;
}

function asksResponse(table) {
  return table.form === "full" && table.report.some(({ trouble }) => trouble);
}

function linesOf(table, { gave }) {
  const list = (kind, texts) => (texts || []).filter(Boolean).map((text) => ({ kind, text: sentence(text) }));
  if (table.phase === "outcome") return toldFirst(table);
  if (table.phase !== "agree") return [];
  const absent =
    table.round === 1 && table.neighbours
      ? [{ code: "ui.player.neighbours", params: { count: table.neighbours } }]
      : [];
  // What one did oneself is said with what came of it (binds.js).
  const own = (gave ?? []).map(({ task, answer }) => `done.${table.tasks[task].code}.${answer}`);
  const done = (table.done ?? []).filter(({ code }) => !own.includes(code));
  return [...list("briefing", [table.briefing]), ...list("done", absent), ...list("done", done)];
}

/* What happened to the streets, but where it asks an answer and is told there, and one sentence more; the rest is
 * folded (more.js). */
function toldFirst(table) {
  const all = newsLines(table);
  const setbacks = asksResponse(table) ? [] : all.filter(({ kind }) => kind === "setback");
  return [...setbacks, ...all.filter(({ kind }) => kind !== "setback").slice(0, 1)];
}

/* The first decision is the municipality's own: the countdown closes nothing over it. */
function decidesFirst(table, mine) {
  return (
    table.phase === "agree" && table.round === 1 && mine.role === "municipality" && !mine.ready && mine.left.length > 0
  );
}

/* What was announced last; nothing before the first screen of a visit, which is read anyway. */
let title = null;

/** Say the new phase (`entered`), and in the debrief its next step. */
export function announce(table, mine, entered) {
  const before = title;
  title = titleOf(table, mine);
  if (before === null) return;
  if (entered) {
    touch();
    tellPhase(table, title);
  }
  if (!entered && title !== before && table.phase === "debrief") readOut(title);
}

/** Who switched it on on this phone feels a new phase, and the end of a time-out; nobody else fetches that. */
export function touch() {
  if (recall("localStorage", "vibrate")) import("./touch.js").then(({ buzz }) => buzz(), console.warn);
}
