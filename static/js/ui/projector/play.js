/* A round of one table on the projector: its tasks as rows, uncovered step by step in the outcome. */
import { structure } from "../../state/structure.js";
import { holderMark } from "../shared/marks.js";
import { at, copy, fillList, say, setBar, write } from "../shared/dom.js";
import { figure, sentence, setbackLine, word } from "../shared/words.js";

const { holders: HOLDERS } = structure;
const EXPECTED = ["better", "same", "worse"];
const MOST_HAPPENED = 2;
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

/** The phase for one table: what was asked and decided per task, or the outcome with its news and purse. */
export function drawRows(board, room) {
  const outcome = room.phase === "outcome";
  at("asked").hidden = outcome;
  at("outcome").hidden = !outcome;
  at("key").hidden = at("outcome-key").hidden = true;
  if (outcome) drawOutcome(board);
  else drawAsked(board, room);
  drawPredicted(outcome ? board.predicted : {});
  say(at("purse"), outcome ? spent(board, "big") : askedLater(board));
  drawNews(outcome ? board.news.filter(({ code }) => board.setbacks.every((one) => one.sentence.code !== code)) : []);
  drawHappened([]);
}

/** Take away what only one table has. */
export function clearRows() {
  at("asked").hidden = at("outcome").hidden = true;
  drawPredicted({});
  say(at("purse"), "");
  drawNews([]);
}

/* What is asked stays hidden until everybody has said it; what the dots mean is told below. */
function askedLater(board) {
  return board.tasks.some((task) => !task.asked) ? word("ui.asked_later") : "";
}

function drawAsked(board, room) {
  for (const head of at("asked").querySelectorAll("[data-holder]")) named(head);
  fillList(
    at("asked-rows"),
    board.tasks,
    () => copy("asked-row"),
    ({ parts }, task) => {
      write(parts.name, word(`task.${task.code}.name`));
      for (const holder of HOLDERS) {
        const chosen = room.phase === "act" && task.deal.holder === holder;
        const count = task.asked ? figure(task.asked[holder]) : "·";
        parts[holder].classList.toggle("decided", chosen);
        parts[holder].classList.toggle("none", !task.asked?.[holder]);
        parts[holder].replaceChildren(count, ...(chosen ? decided(task.deal) : []));
      }
    },
  );
}

function drawOutcome(board) {
  fillList(
    at("outcome"),
    board.tasks,
    () => copy("outcome-row"),
    ({ parts }, task) => {
      write(parts.name, word(`task.${task.code}.name`));
      setBar(parts.pro, task.professional_share);
      write(parts.share, percent(task.professional_share));
      setBar(parts.fill, task.quality);
      write(parts.number, figure(task.quality * 100, 0));
      const trouble = task.trouble ? sentence(task.sentence) || word("ui.tag.complaints") : "";
      parts.line.hidden = !trouble;
      say(parts.trouble, trouble);
    },
  );
}

/** News as far as it fits; the phones have all of it. */
function drawNews(news) {
  const list = at("news");
  list.hidden = !news.length;
  fillList(
    list,
    news,
    () => ({ node: document.createElement("li") }),
    ({ node }, text) => say(node, sentence(text)),
  );
  const stage = at("play");
  for (const line of [...list.children].reverse()) {
    if (stage.scrollHeight > stage.clientHeight + 1) line.hidden = true;
  }
}

/** What happened to all streets alike, as far as cells leave room; for one table it stands in the row of its task. */
export function drawHappened(setbacks, tasks) {
  at("happened").hidden = !setbacks.length;
  fillList(
    at("happened"),
    setbacks.slice(0, MOST_HAPPENED),
    () => ({ node: document.createElement("li") }),
    ({ node }, setback) => say(node, setbackLine(setback, tasks)),
  );
}

/* What the observers of this table expected, as counts. */
function drawPredicted(predicted) {
  const told = EXPECTED.filter((way) => predicted[way]).map(
    (way) => `${predicted[way]} × ${word(`ui.predict.${way}`)}`,
  );
  say(at("predicted"), told.length ? word("ui.predicted", { told: told.join(", ") }) : "");
}

/** Write a holder's mark and name into an element that says which (data-holder), once. */
export function named(element) {
  if (!element.firstChild)
    element.append(holderMark(element.dataset.holder), ` ${word(`holder.${element.dataset.holder}`)}`);
}

function decided(deal) {
  const how = word(deal.requirements ? "requirements.yes" : "requirements.no");
  const shown = document.createElement("small");
  write(shown, how);
  shown.setAttribute("aria-hidden", "true");
  const told = document.createElement("span");
  told.className = "visually-hidden";
  write(told, `, ${word("ui.decided", { holder: word(`holder.${deal.holder}`), how })}`);
  return [shown, told];
}

function percent(share) {
  return `${figure(share * 100, 0)}%`;
}
