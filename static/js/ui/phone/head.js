/* The head of the phone's screen: what phase it is, what is asked, the one notice; and saying so when that changes. */
import { isFinale } from "../../state/finale.js";
import { at, recall, say, sayStill } from "../shared/dom.js";
import { hasWord, word } from "../../state/words.js";
import { readOut, tellPhase } from "./frame.js";

const inDebrief = ({ phase }) => phase === "debrief";
const isEnd = (table) => inDebrief(table) && isFinale(table.debrief, table.story);

function titleOf(table, mine) {
  const step = isEnd(table) ? "debrief.feeling.finale" : inDebrief(table) ? `debrief.${table.debrief.step}.title` : "";
  return hasWord(step) ? word(step) : word(`ui.player.title.${table.phase}`, { alias: mine.alias });
}

/** Draw the head; `notice` is a code of what has to be known before anything else, "" for what the screen itself
 * says, `isUp` whether the countdown is over. */
export function drawHead(table, mine, notice, isUp) {
  const calm = table.phase === "outcome" && mine.seat !== null && !asksAnswer(table);
  const isTold = table.phase === "debrief" && hasWord(`debrief.${table.debrief.step}.title`);
  say(at("alias"), mine.alias);
  say(at("phase-title"), titleOf(table, mine));
  // any count of who asked shows as a dot
  const hasDots = table.phase === "agree" && /[1-9]/.test(JSON.stringify(mine.asked));
  const asks = [calm ? "outcome.calm" : asked(table, mine, isUp), hasDots && "dots"];
  const told = asks.filter(Boolean).map((ask) => word(`ui.player.ask.${ask}`, mine));
  say(at("phase-ask"), isTold ? "" : told.join(" "));
  at("silent").hidden = !table.silent;
  at("may-talk").hidden = !table.may_talk;
  sayStill(at("notice"), noticeOf(table, mine, notice, isUp));
}

/* As state/trouble.js has it, which comes with the choices only. */
const asksAnswer = ({ form, report }) => form === "full" && report.some(({ trouble }) => trouble);

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
  if (table.phase === "act" && mine.promise) return "promise"; // what one does, the title asks
  return table.phase === "agree" || table.phase === "act" ? `${table.phase}.${mine.role}` : table.phase;
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
