/* What the big screen shows after the next press, in the words of what it draws then; the projector's modules decide what that is. */
import { nextPicture } from "./debrief_steps.js";
import { word } from "./words.js";

const WRITTEN = ["feeling", "at_work", "tomorrow"];
const OF_ALL = ["what_happened.luck", "undercurrent.claim", "what_if.vote"];
const COMPARED = ["what_happened.quality", "what_happened.share", "what_happened.cost", "undercurrent.lines", "undercurrent.crossing"];
const FOR_MANY = ["what_happened.dice", "what_happened.asked", "undercurrent.turns", "sensible.funding"];
const SAYS_TABLES = ["what_happened.dice.many", "what_happened.asked.many", "undercurrent.turns.many"];
const ROOMY = 6; // as many tables have room for the work and the purse in the grid
const GRIDS = 2; // as many tables are drawn one above the other

/** The preview's sentence, "" after the last step. */
export function previewOf(room, tables) {
  const shown = coming(room, tables);
  if (!shown) return "";
  const { code, how, params } = shown;
  const what = word(`ui.preview.${code}`, params);
  const whole = how ? word(`ui.preview.${how}`, { what }) : what;
  return room.cover ? word(`ui.preview.under_${room.cover}`, { what: whole }) : whole;
}

/** What comes on the big screen: {code, how, params}; `how` is "" for one drawing, "sides" for one per table, "compared" for all in one. */
export function coming(room, tables) {
  if (room.phase === "closed") return null;
  if (room.phase === "debrief") {
    const picture = nextPicture(room.debrief, tables);
    return picture ? ofDebrief({ ...room.debrief, ...picture }, room.round, tables) : { code: "closed", how: "" };
  }
  const { phase, round } = room.next;
  if (phase === "debrief") return ofDebrief(room.debrief, round, tables);
  return { code: ofPlay(phase, tables), how: "", params: { round } };
}

function ofPlay(phase, tables) {
  if (phase === "time_out") return phase;
  if (tables === 1) return `${phase}.one`;
  return phase === "outcome" && tables > ROOMY ? "outcome.packed" : `${phase}.many`;
}

function ofDebrief(view, rounds, tables) {
  const code = `${view.step}.${view.part}`;
  if (WRITTEN.includes(view.step)) return { code, how: "" };
  if (!rounds) return { code: "no_rounds", how: "" };
  if (tables === 1 || view.table !== null) return { code: forOne(code, view), how: "" };
  if (view.compare && isCompared(view, code)) return { code: forMany(code, view, tables), how: "compared" };
  if (OF_ALL.includes(code)) return { code, how: "" };
  if (code === "pattern.loops" && !view.loop) return { code: "pattern.tables", how: "" };
  const shown = forMany(code, view, tables);
  return { code: shown, how: SAYS_TABLES.includes(shown) ? "" : "sides" };
}

/* Where the same picture is another one: with a loop picked, with nothing tried yet, or for several tables. */
function forOne(code, view) {
  if (code === "pattern.loops" && view.loop) return "pattern.one_loop";
  if (code === "what_if.lines" && !view.what_ifs.length) return "what_if.none";
  if (code === "what_if.doubt" && !view.doubts.length) return "what_if.no_doubt";
  return code;
}

function forMany(code, view, tables) {
  if (code === "pattern.loops") return view.loop ? "pattern.one_loop.many" : "pattern.loops.many";
  if (code === "what_happened.asked" && tables <= GRIDS) return code;
  return FOR_MANY.includes(code) ? `${code}.many` : forOne(code, view);
}

function isCompared(view, code) {
  return COMPARED.includes(code) || ["pattern", "sensible"].includes(view.step) || (view.step === "what_if" && code !== "what_if.vote");
}
