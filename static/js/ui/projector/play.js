/* A round on the projector: for one table its tasks as rows, for several a cell per table that compares. */
import { structure } from "../../state/structure.js";
import { holderMark } from "../shared/marks.js";
import { at, copy, fillList, say, setBar, write } from "../shared/dom.js";
import { euros, figure, sentence, setbackLine, word } from "../shared/words.js";

const { holders: HOLDERS } = structure;
const EXPECTED = ["better", "same", "worse"];
const NAMED_TABLES = 6;
const WORDED_TABLES = 12;
const SHORT = 3;
const NARROW = 1.5;
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

/* What happened to all streets alike; for one table it stands in the row of its task. */
function drawHappened(setbacks, tasks) {
  at("happened").hidden = !setbacks.length;
  fillList(
    at("happened"),
    setbacks,
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

/** The phase for several tables, a cell for each; with few of them a cell also names the tasks. */
export function drawGrid(boards, room) {
  const outcome = room.phase === "outcome";
  const shown = room.phase === "act";
  const roomy = boards.length <= NAMED_TABLES;
  at("asked").hidden = at("outcome").hidden = true;
  drawPredicted({});
  say(at("purse"), "");
  drawNews([]);
  drawHappened(
    outcome ? boards[0].setbacks : [],
    boards[0].tasks.map(({ code }) => code),
  );
  at("key").hidden = !shown;
  at("outcome-key").hidden = !outcome;
  for (const name of at("key").children) named(name);
  marked(at("outcome-key").querySelector("[data-done]"), roomy);
  at("grid").dataset.cols = columns(boards.length);
  at("grid").dataset.rows = Math.ceil(boards.length / columns(boards.length));
  fillList(
    at("grid"),
    boards,
    () => copy("cell"),
    ({ node, parts }, board) => {
      drawName(parts.name, board.table, boards.length);
      parts.facts.hidden = !outcome;
      drawDeals(parts.deals, shown ? board.tasks : [], roomy);
      node.classList.toggle("done", !outcome && isReady(board));
      if (outcome) drawCell(parts, board, roomy);
      else drawReady(parts, board, room);
    },
  );
}

/* With many tables there is room for the number only; that it is a table's is said to who cannot see the chip. */
function drawName(heading, table, tables) {
  const full = word("ui.table", { table });
  heading.classList.toggle("chip", tables > WORDED_TABLES);
  if (tables <= WORDED_TABLES) return say(heading, full);
  say(heading, String(table));
  heading.setAttribute("aria-label", full);
}

function drawReady(parts, board, room) {
  const [ready, here] = counts(board);
  const text = here ? (ready === here ? "✓" : `${ready}/${here}`) : room.people ? "–" : word("ui.bots_play");
  parts.main.className = here ? "cell-main" : "cell-main bots";
  parts.main.classList.toggle("long", text.length > SHORT);
  write(parts.figure, text);
  write(parts.told, here ? word("ui.ready", { ready, here }) : word(room.people ? "ui.nobody_here" : "ui.only_bots"));
}

function counts(board) {
  return ["ready", "seats"].map((part) => board.ready.reduce((sum, role) => sum + role[part], 0));
}

function isReady(board) {
  const [ready, here] = counts(board);
  return here > 0 && ready === here;
}

/** In how many columns so many cells look best; a narrow screen has fewer than a wide one. */
export function columns(count) {
  const steps = [
    [1, 1],
    [2, 2],
    [3, 3],
    [4, 2],
    [6, 3],
    [8, 4],
    [9, 3],
    [12, 4],
    [20, 5],
    [28, 7],
  ];
  return steps.find(([most]) => count <= most)?.[1] ?? (innerWidth < innerHeight * NARROW ? 7 : 8);
}

function drawCell(parts, board, roomy) {
  const trouble = board.tasks.filter((task) => task.trouble).length;
  const share = figure(
    (board.tasks.reduce((sum, task) => sum + task.professional_share, 0) / board.tasks.length) * 100,
    0,
  );
  parts.main.className = "cell-main reveal quality";
  write(parts.figure, figure(board.quality * 100, 0));
  write(parts.told, word("ui.tile_quality", { quality: figure(board.quality * 100, 0) }));
  setBar(parts.fill, board.quality);
  if (!parts.mark.firstChild) parts.mark.append(holderMark("professionals"));
  parts.mark.parentNode.hidden = !roomy;
  write(parts.share, `${share}%`);
  write(parts["share-told"], word("ui.carried", { share }));
  parts.trouble.parentNode.hidden = !trouble;
  write(parts.troubles, trouble);
  write(parts["trouble-told"], word("ui.trouble", { count: trouble }));
  say(parts.purse, roomy ? spent(board, "cell") : "");
}

/* What the round cost against what came in; how much is in the purse the room does not see, but that it is empty it
 * does. */
function spent({ cost, budget, street }, size) {
  return word(`ui.spent_${size}${street.empty ? "_empty" : ""}`, { cost: euros(cost), budget: euros(budget) });
}

function drawDeals(list, tasks, withNames) {
  list.hidden = !tasks.length;
  list.classList.toggle("named", withNames);
  list.replaceChildren(
    ...tasks.map(({ code, deal }) => {
      const line = document.createElement("li");
      const name = document.createElement("span");
      write(name, word(`task.${code}.name`));
      const told = document.createElement("span");
      told.className = "visually-hidden";
      write(told, `: ${word(`holder.${deal.holder}`)}`);
      name.className = withNames ? "" : "visually-hidden";
      line.append(holderMark(deal.holder), name, told);
      return line;
    }),
  );
}

function named(element) {
  if (!element.firstChild)
    element.append(holderMark(element.dataset.holder), ` ${word(`holder.${element.dataset.holder}`)}`);
}

function marked(element, shown) {
  element.hidden = !shown;
  if (!element.querySelector("svg")) element.prepend(holderMark(element.dataset.done), " ");
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
