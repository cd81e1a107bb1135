/* The sentences that open a phase on a phone: which are shown at once, and which wait folded so that who chooses reads
 * little first. */
import { structure } from "./structure.js";
import { isAsked, troubledIn } from "./trouble.js";
import { listed, newsLines, sentence, word } from "./words.js";

// Of what opens a round: its month, and one line of what came of the last. Who decides has most to read besides, and
// has all of it folded from the second round on.
const AT_ONCE = 2;

/** Whether this seat decides for the table: it has most to choose, and so least to read before that. */
export const decides = ({ seat, role }) => seat !== null && structure.chairs[role].agrees === "deals";

/** A line for each thing that came of this seat's answers of last round, with the tasks it came to. */
export function answeredOf({ tasks }, { gave }) {
  const found = new Map();
  for (const one of gave ?? []) {
    const what = `${one.came} ${one.answer}`;
    found.set(what, { ...one, on: [...(found.get(what)?.on ?? []), word(`task.${tasks[one.task].code}.name`)] });
  }
  return [...found.values()].map(({ came, answer, on }) =>
    word(`ui.player.gave.${came}`, { tasks: listed(on), answer: word(`respond.${answer}`).replaceAll("\u00AD", "") }),
  );
}

/** As {shown, folded}, each a list of {kind, text}. */
export function openingOf(table, mine) {
  if (table.phase === "outcome") return ofOutcome(table, mine);
  return split(table.phase === "agree" ? ofRound(table, mine) : [], countFor(table, mine));
}

function countFor({ round }, mine) {
  const { seat, gave } = mine;
  if (seat === null) return Infinity;
  if (decides(mine)) return Number(round === 1);
  return AT_ONCE - Number(Boolean(gave?.length)); // what came of one's own answer is the one line then (binds.js)
}

const split = (lines, count) => ({ shown: lines.slice(0, count), folded: lines.slice(count) });

function ofRound(table, mine) {
  const { gave } = mine;
  const list = (kind, texts) => texts.filter(Boolean).map((text) => ({ kind, text: sentence(text) }));
  const hasAbsent = table.round === 1 && table.neighbours;
  const absent = hasAbsent ? [{ code: "ui.player.neighbours", params: { count: table.neighbours } }] : [];
  // What one did oneself is said with what came of it (binds.js).
  const own = (gave ?? []).map(({ task, answer }) => `done.${table.tasks[task].code}.${answer}`);
  const done = (table.done ?? []).filter(({ code }) => !own.includes(code));
  const answers = decides(mine) ? answeredOf(table, mine) : []; // others read that at once
  const came = answers.map((text) => ({ kind: "gave", text }));
  return [...list("briefing", [table.briefing]), ...came, ...list("done", absent), ...list("done", done)];
}

/* What happened to the streets, but where it asks an answer and is told there, and one sentence more; while an answer
 * is asked that is all there is to read. */
function ofOutcome(table, mine) {
  const all = newsLines(table);
  const setbacks = troubledIn(table).length ? [] : all.filter(({ kind }) => kind === "setback");
  const news = all.filter(({ kind }) => kind !== "setback");
  return split([...setbacks, ...news], setbacks.length + (isAsked(table, mine) ? 0 : 1));
}
