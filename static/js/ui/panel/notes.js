/* What a facilitator may say, ask and watch now, with what to leave out; and in the lobby the opening to read aloud. */
import { at, fillList, put, say } from "../shared/dom.js";
import { pressNote } from "../../state/press_note.js";
import { hasWord, setbackLine, word } from "../../state/words.js";

/* Of a press, or a picture, that has words of its own. */
function ownWords(what, debrief) {
  const { step, part } = debrief;
  return [`ui.panel.${what}.${step}.${part}_${pressNote(debrief)}`, `ui.panel.${what}.${step}.${part}`];
}

/** Draw the notes of this moment. */
export function drawNotes(room, tiles) {
  const code = room.note;
  const happened = tiles[0]?.setbacks ?? []; // the same at every table
  put(at("note-happened"), "hidden", !happened.length);
  fillList(
    at("note-happened"),
    happened,
    () => ({ node: document.createElement("li") }),
    ({ node }, setback) => say(node, setbackLine(setback, room.tasks)),
  );
  const isLast = room.phase === "outcome" && room.next.phase === "debrief";
  say(at("note-last"), isLast ? word("ui.panel.note_last") : "");
  put(at("notes"), "hidden", !hasWord(`note.${code}.say`));
  for (const what of ["say", "ask", "watch"]) {
    const own = room.phase === "debrief" ? ownWords(what, room.debrief).find(hasWord) : null;
    say(at(`note-${what}`), word(own ?? `note.${code}.${what}`));
  }
  const avoid = `note.${code}.not`;
  put(at("note-not-title"), "hidden", !hasWord(avoid));
  say(at("note-not"), hasWord(avoid) ? word(avoid) : "");
  say(at("opening"), room.phase === "lobby" ? word("opening") : "");
}
