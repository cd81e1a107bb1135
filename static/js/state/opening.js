/* The sentences that open a phase on a phone: which are shown at once, and which wait folded so that who chooses reads
 * little first. */
import { structure } from "./structure.js";
import { isAsked, troubledIn } from "./trouble.js";
import { newsLines, sentence } from "./words.js";

// Of what opens a round: its month, and one line of what came of the last. Who decides has most to read besides, and
// has all of it folded from the second round on.
const AT_ONCE = 2;

/** As {shown, folded}, each a list of {kind, text}. */
export function openingOf(table, mine) {
  if (table.phase === "outcome") return ofOutcome(table, mine);
  return split(table.phase === "agree" ? ofRound(table, mine) : [], countFor(table, mine));
}

function countFor({ round }, { seat, role, gave }) {
  if (seat === null) return Infinity;
  if (structure.chairs[role].agrees === "deals") return Number(round === 1);
  return AT_ONCE - Number(Boolean(gave?.length)); // what came of one's own answer is the one line then (binds.js)
}

const split = (lines, count) => ({ shown: lines.slice(0, count), folded: lines.slice(count) });

function ofRound(table, { gave }) {
  const list = (kind, texts) => texts.filter(Boolean).map((text) => ({ kind, text: sentence(text) }));
  const hasAbsent = table.round === 1 && table.neighbours;
  const absent = hasAbsent ? [{ code: "ui.player.neighbours", params: { count: table.neighbours } }] : [];
  // What one did oneself is said with what came of it (binds.js).
  const own = (gave ?? []).map(({ task, answer }) => `done.${table.tasks[task].code}.${answer}`);
  const done = (table.done ?? []).filter(({ code }) => !own.includes(code));
  return [...list("briefing", [table.briefing]), ...list("done", absent), ...list("done", done)];
}

/* What happened to the streets, but where it asks an answer and is told there, and one sentence more; while an answer
 * is asked that is all there is to read. */
function ofOutcome(table, mine) {
  const all = newsLines(table);
  const setbacks = troubledIn(table).length ? [] : all.filter(({ kind }) => kind === "setback");
  const news = all.filter(({ kind }) => kind !== "setback");
  return split([...setbacks, ...news], setbacks.length + (isAsked(table, mine) ? 0 : 1));
}
