/* A round on the projector: for one table its tasks as rows, for several a cell per table that compares. */
import { copy, fillList, say, setBar } from "./dom.js";
import { figure, sentence, word } from "./words.js";

const at = (id) => document.getElementById(id);
const STEPS = 4;
const STEP_MS = 2600;
let timer = 0;

/** Uncover the outcome step by step: who carried it, how it looks, what went wrong, the purse. */
export function reveal(stepwise) {
  clearInterval(timer);
  const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let step = stepwise && !still ? 1 : STEPS;
  document.body.dataset.reveal = step;
  if (step === STEPS) return;
  timer = setInterval(() => {
    step += 1;
    document.body.dataset.reveal = step;
    if (step >= STEPS) clearInterval(timer);
  }, STEP_MS);
}

export function drawRows(board, room) {
  const outcome = room.phase === "outcome";
  fillList(at("rows"), board.tasks, () => copy("row"), ({ parts }, task) => {
    parts.name.textContent = word(`task.${task.code}.name`);
    say(parts.asked, room.phase === "agree" || room.phase === "act" ? word("ui.asked_counts", task.asked) : "");
    say(parts.decided, room.phase === "act" ? decided(task.deal) : "");
    parts.carried.hidden = parts.quality.hidden = !outcome;
    say(parts.trouble, outcome && task.trouble ? sentence(task.sentence) || word("ui.tag.complaints") : "");
    if (!outcome) return;
    setBar(parts.pro, task.professional_share);
    parts.who.textContent = word("ui.carried", { share: figure(task.professional_share * 100, 0) });
    setBar(parts.fill, task.quality);
    parts.number.textContent = figure(task.quality * 100, 0);
  });
  const purse = outcome ? word("ui.purse_big", { cost: figure(board.cost), reserve: figure(board.reserve) }) : "";
  if (outcome) say(at("ready"), purse);
}

export function drawGrid(boards, room) {
  at("grid").dataset.size = boards.length > 12 ? "many" : boards.length > 4 ? "some" : "few";
  fillList(at("grid"), boards, () => copy("cell"), ({ parts }, board) => {
    parts.name.textContent = word("ui.table", { table: board.table });
    const outcome = room.phase === "outcome";
    parts.bar.hidden = !outcome;
    if (outcome) return drawOutcome(parts, board);
    const ready = board.ready.reduce((sum, role) => sum + role.ready, 0);
    const here = board.ready.reduce((sum, role) => sum + role.seats, 0);
    say(parts.main, here ? `${ready}/${here}` : word("ui.seat.bot"));
    say(parts.more, room.phase === "act" ? holders(board.tasks) : "");
  });
}

function drawOutcome(parts, board) {
  const trouble = board.tasks.filter((task) => task.trouble).length;
  say(parts.main, figure(board.quality * 100, 0));
  setBar(parts.fill, board.quality);
  const lines = [trouble ? word("ui.trouble", { count: trouble }) : "", word("ui.purse", { reserve: figure(board.reserve) })];
  say(parts.more, lines.filter(Boolean).join(" · "));
}

/** "2 × gemengde groep, 2 × professionals": how the tasks of a table were divided. */
function holders(tasks) {
  const counts = new Map();
  for (const { deal } of tasks) counts.set(deal.holder, (counts.get(deal.holder) ?? 0) + 1);
  return [...counts].map(([holder, count]) => `${count} × ${word(`holder.${holder}`)}`).join(", ");
}

function decided(deal) {
  const how = word(deal.requirements ? "requirements.yes" : "requirements.no");
  return word("ui.decided", { holder: word(`holder.${deal.holder}`), how });
}
