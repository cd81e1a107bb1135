/* Where this phone is – whose name it has, with whom it shares a chair, or that it only looks on and predicts – and
 * the head of its screen: what phase it is, what is asked, the one notice, and the lines that open it. */
import { isFinale } from "../../state/finale.js";
import { at, fillList, recall, say, sayStill, startAgain } from "../shared/dom.js";
import { hasWord, newsLines, sentence, word } from "../../state/words.js";

const SOON_MS = 5000;
const FEW_LINES = 2;
const NEW_FOR = 2; // closed phases

/** What a phone without a chair has in the place of a seat's own part. */
export const LOOKING = {
  ready: false,
  stored: {},
  prefill: {},
  order: {},
  figures: [],
  heard: [],
  inspected: [],
  mark: null,
  gauge: null,
  limit: 0,
  limit_binds: true,
  week: null,
  asked: [],
  left: [],
  bot_chose: false,
  share: false,
};

/** Whether a screen is for another chair or table than the page was made for; then the page is made anew. */
export function belongsElsewhere({ table, mine }) {
  const { role, table: number } = document.body.dataset;
  return ((mine.role ?? "") !== role || String(table.table) !== number) && startAgain();
}

export function createPlace(socket, partOf) {
  let shown = null;
  let wish = { since: -Infinity }; // what was pressed before the dialogs were here

  /* The dialogs about my name and place, and who asks to share it, come when they are needed, not with the first
   * visit. */
  const dialogs = partOf(
    () => import("./my_place.js"),
    ({ createMyPlace }) => createMyPlace(socket),
  );

  /* What was pressed opens when that comes soon; much later it would come between. */
  function drawDialogs(isAsked) {
    const isWished = performance.now() - wish.since < SOON_MS;
    if (!shown || !dialogs.here) return (isAsked || isWished) && dialogs.bring();
    dialogs.here.draw(...shown);
    if (isWished) dialogs.here[wish.what]();
    wish = { since: -Infinity };
  }

  for (const [id, what] of [
    ["my-place", "open"],
    ["rename", "rename"],
  ]) {
    at(id).addEventListener("click", () => {
      wish = { what, since: performance.now() };
      drawDialogs();
    });
  }
  /* Who has a chair never needs it. */
  const prediction = partOf(
    () => import("./prediction.js"),
    ({ createPrediction }) => createPrediction(socket),
  );
  function drawPrediction(table, mine) {
    const looks = mine.seat === null && (mine.is_open || mine.came !== null);
    at("predict").hidden = !looks || !prediction.here;
    if (!looks) return;
    if (prediction.here) prediction.here.draw(table, mine);
    else prediction.bring();
  }

  return {
    draw(table, mine) {
      at("practice").hidden = !(table.practice && table.round <= 1 && table.phase !== "lobby");
      say(at("shares"), mine.share ? word("ui.player.shares", { alias: mine.alias }) : "");
      drawPrediction(table, mine);
      shown = [table, mine];
      drawDialogs(mine.asking?.length);
    },
    bring: dialogs.bring,
  };
}

/** What is new here to this person, as the server said when it made this page; after two closed phases nothing is
 * any more. */
export function createArrival() {
  const { arrival, closings, role, table: number } = document.body.dataset;
  const what = (arrival || "").split(" ");
  const key = `recap ${location.pathname} ${role} ${number}`;
  let isClosed = recall("sessionStorage", key) !== null;
  let first = null;
  let seat = null;
  let moved = null; // the step in which this person went to another chair, with this page

  const isNew = ({ step }) => !isClosed && step - first + Number(closings) < NEW_FOR;
  return {
    key,
    warm: what.includes("warm"),
    see(table, mine) {
      first ??= table.step;
      if (seat !== null && seat !== mine.seat) moved = table.step;
      seat = mine.seat;
    },
    close: () => (isClosed = true),
    /* The table, so that one reads what happened; the chair, so that its card lies open. */
    isLate: (table) => what.includes("late") && isNew(table),
    hasNewCard: (table) => (what.includes("late") || what.includes("chair")) && isNew(table),
    /* What a bot chose was chosen while one was away only for who had this chair, with this phone, when it did. */
    botChose({ step }) {
      const came = step === first && (what.includes("phone") || (what.includes("chair") && closings === "0"));
      return came || step === moved ? "ui.player.bot_chose_here" : "ui.player.bot_chose";
    },
  };
}

const inDebrief = ({ phase }) => phase === "debrief";
const isEnd = (table) => inDebrief(table) && isFinale(table.debrief, table.story);

/** The title of the screen. */
export function titleOf(table, mine) {
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
