/* What more there is to read in a phase, folded under the choices: a card for each task with what it is, what came of
 * last round, who did what, and what only this chair saw of it. */
import { decides, openingOf } from "../../state/opening.js";
import { at, copy, fillList, say, write } from "../shared/dom.js";
import { reason, word } from "../../state/words.js";

let step = null;

/** Draw it for who chooses; who looks on has the same cards unfolded. The cards are made once it is opened, with what
 * `told` (a part, told.js) brings. */
export function drawMore(table, mine, told) {
  const more = at("more");
  more.hidden = mine.seat === null && table.phase !== "outcome";
  if (step !== table.step) more.open = false;
  step = table.step;
  if (more.hidden) return;
  say(at("more-title"), word(`ui.player.more.${titleOf(table, mine)}`));
  const filled = () => (told.here ? fill(table, mine, told.here) : told.bring());
  more.ontoggle = () => more.open && filled();
  if (more.open) filled();
}

function titleOf({ phase, round }, mine) {
  if (phase !== "agree") return phase;
  if (round === 1) return "first";
  return decides(mine) && mine.gave.length ? "answered" : phase;
}

function fill(table, mine, { fillReport, fillStanding }) {
  fillList(
    at("more-list"),
    table.tasks,
    () => copy("task-card"),
    (card, task, k) => {
      write(card.parts.name, word(`task.${task.code}.name`));
      fillStanding(card, { ...task, asked: task.asked ?? mine.asked[k] }, table, mine.seat === null);
      fillReport(card, k, table, mine);
    },
  );
  const { folded } = openingOf(table, mine);
  at("more-news").hidden = !folded.length;
  fillList(
    at("more-news"),
    folded,
    () => ({ node: document.createElement("li") }),
    ({ node }, { text }) => say(node, text),
  );
  const paid = mine.figures.filter(({ kind, why }) => kind === "funding" && why?.length);
  const isShown = table.phase === "agree" && paid.length > 0;
  const reasons = paid.map(({ option, why }) => `${word(`funding.${option}`)}: ${why.map(reason).join(", ")}`);
  say(at("more-why"), isShown ? `${word("ui.funding")}. ${reasons.join(". ")}.` : "");
}
