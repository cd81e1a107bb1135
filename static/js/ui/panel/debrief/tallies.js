/* What the phones answered in the step that is shown: moods, guesses of the luck, votes for a what-if. Numbers,
 * never names. */
import { structure } from "../../../state/structure.js";
import { at, copy, fillList, put, say, setBar } from "../../shared/dom.js";
import { figure, word } from "../../../state/words.js";

const ANSWERS = {
  feeling: { about: "mood", answers: structure.moods, word: (answer) => word(`debrief.mood.${answer}`) },
  what_happened: { about: "luck", answers: structure.luck, word: (answer) => word(`debrief.luck.${answer}`) },
};

/** Draw the answers of the step that is shown; hidden where it asks nothing. */
export function drawTallies(room) {
  const asked = ANSWERS[room.debrief.step];
  const { part } = room.debrief;
  const shown = asked && (asked.about === "luck" ? part === "luck" : part !== "finale");
  at("tallies").hidden = !shown;
  if (!shown) return;
  const counts = room.voices.tallies[asked.about] ?? {};
  const total = asked.answers.reduce((sum, answer) => sum + (counts[answer] ?? 0), 0);
  put(at("tallies-title"), "textContent", word(`ui.panel.tallies.${asked.about}`));
  say(at("tallies-count"), answersOf(total, room.people));
  drawBars(
    at("tally-list"),
    asked.answers.map((answer) => ({ name: asked.word(answer), count: counts[answer] ?? 0 })),
  );
}

/** Say how many of so many people answered; in a rehearsal bots do too, and they are no people. */
export function answersOf(count, people) {
  return word(count > people ? "ui.panel.answers_with_bots" : "ui.panel.answers", { count, people });
}

/* Draw a bar per row {name, count}, the longest one full. */
function drawBars(list, rows, made = () => copy("tally")) {
  const most = Math.max(1, ...rows.map((row) => row.count));
  fillList(list, rows, made, ({ parts }, row) => {
    put(parts.name, "textContent", row.name);
    put(parts.count, "textContent", figure(row.count));
    setBar(parts.bar, row.count / most);
  });
}
