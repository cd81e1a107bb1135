/* The head of a phone's screen: what phase it is, what is asked, the one notice, and the lines that open it. */
import { fillList, say } from "./dom.js";
import { hasWord, sentence, word } from "./words.js";

const at = (id) => document.getElementById(id);

/** The title of the screen. */
export function titleOf(table, mine) {
  const step = table.phase === "debrief" ? `debrief.${table.debrief.step}.title` : "";
  return hasWord(step) ? word(step) : word(`ui.title.${table.phase}`, { alias: mine.alias });
}

/** Draw the head; `notice` is a code of what has to be known before anything else, "" for what the screen itself says, `isUp`
 * whether the countdown is over. */
export function drawHead(table, mine, notice, isUp) {
  const calm = table.phase === "outcome" && mine.seat !== null && !asksResponse(table);
  const isTold = table.phase === "debrief" && hasWord(`debrief.${table.debrief.step}.title`);
  say(at("alias"), mine.alias);
  say(at("phase-title"), titleOf(table, mine));
  say(at("phase-ask"), isTold ? "" : word(`ui.ask.${calm ? "outcome.calm" : asked(table, mine, isUp)}`));
  at("silent").hidden = !table.silent;
  at("may-talk").hidden = !table.may_talk;
  say(at("notice"), noticeOf(table, mine, notice));
  const lines = linesOf(table);
  at("lines").hidden = lines.length === 0;
  fillList(at("lines"), lines, () => ({ node: document.createElement("li") }), ({ node }, line) => {
    node.className = line.kind;
    say(node, line.text);
  });
}

/* One thing to know before anything else: that the group went back, that a bot chose, what came too late. */
function noticeOf(table, mine, notice) {
  if (table.back_from === "practice") return word("ui.practice_over");
  if (table.back_from === "undone") return word("ui.undone");
  if (table.back_from) return word("ui.went_back", { phase: word(`phase.${table.back_from}`) });
  if (mine.bot_chose) return word("ui.bot_chose");
  return notice && word(notice);
}

function asked(table, mine, isUp) {
  if (table.phase === "time_out" && isUp) return "time_up";
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
