/* A round on the projector: for one table its tasks as rows, for several a cell per table that compares. */
import { holderMark } from "./charts/marks.js";
import { copy, fillList, say, setBar } from "./dom.js";
import { figure, sentence, word } from "./words.js";

const at = (id) => document.getElementById(id);
const HOLDERS = ["residents", "together", "professionals"];
const NAMED_TABLES = 6;
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
  at("key").hidden = true;
  if (outcome) drawOutcome(board);
  else drawAsked(board, room);
  drawNews(outcome ? board.news : []);
}

function drawAsked(board, room) {
  for (const head of at("asked").querySelectorAll("[data-holder]")) named(head);
  fillList(at("asked-rows"), board.tasks, () => copy("asked-row"), ({ parts }, task) => {
    parts.name.textContent = word(`task.${task.code}.name`);
    for (const holder of HOLDERS) {
      const chosen = room.phase === "act" && task.deal.holder === holder;
      const count = figure(task.asked[holder]);
      parts[holder].classList.toggle("decided", chosen);
      parts[holder].classList.toggle("none", !task.asked[holder]);
      parts[holder].replaceChildren(count, ...(chosen ? decided(task.deal) : []));
    }
  });
}

function drawOutcome(board) {
  fillList(at("outcome"), board.tasks, () => copy("outcome-row"), ({ parts }, task) => {
    parts.name.textContent = word(`task.${task.code}.name`);
    setBar(parts.pro, task.professional_share);
    parts.share.textContent = percent(task.professional_share);
    setBar(parts.fill, task.quality);
    parts.number.textContent = figure(task.quality * 100, 0);
    const trouble = task.trouble ? sentence(task.sentence) || word("ui.tag.complaints") : "";
    parts.line.hidden = !trouble;
    say(parts.trouble, trouble);
  });
  say(at("ready"), word("ui.purse_big", { cost: figure(board.cost), reserve: figure(board.reserve) }));
}

/** News as far as it fits; the phones have all of it. */
function drawNews(news) {
  const list = at("news");
  list.hidden = !news.length;
  fillList(list, news, () => ({ node: document.createElement("li") }), ({ node }, text) => say(node, sentence(text)));
  const stage = at("play");
  for (const line of [...list.children].reverse()) {
    if (stage.scrollHeight > stage.clientHeight + 1) line.hidden = true;
  }
}

/** The phase for several tables, a cell for each; with few of them a cell also names the tasks. */
export function drawGrid(boards, room) {
  const outcome = room.phase === "outcome";
  const shown = room.phase === "act";
  at("asked").hidden = at("outcome").hidden = true;
  drawNews([]);
  at("key").hidden = !shown;
  for (const name of at("key").children) named(name);
  at("grid").dataset.cols = columns(boards.length);
  at("grid").dataset.rows = Math.ceil(boards.length / columns(boards.length));
  fillList(at("grid"), boards, () => copy("cell"), ({ parts }, board) => {
    parts.name.textContent = word("ui.table", { table: board.table });
    parts.bar.hidden = !outcome;
    parts.main.className = outcome ? "cell-main reveal quality" : "cell-main";
    drawDeals(parts.deals, shown ? board.tasks : [], boards.length <= NAMED_TABLES);
    if (outcome) return drawCell(parts, board, boards.length <= NAMED_TABLES);
    for (const part of ["share", "trouble", "purse"]) parts[part].hidden = true;
    const ready = board.ready.reduce((sum, role) => sum + role.ready, 0);
    const here = board.ready.reduce((sum, role) => sum + role.seats, 0);
    parts.main.classList.toggle("bots", !here);
    say(parts.main, here ? `${ready}/${here}` : room.people ? "–" : word("ui.bots_play"));
  });
}

/** In how many columns so many cells look best. */
export function columns(count) {
  const steps = [[1, 1], [2, 2], [3, 3], [4, 2], [6, 3], [8, 4], [9, 3], [12, 4], [20, 5], [28, 7]];
  return steps.find(([most]) => count <= most)?.[1] ?? 8;
}

function drawCell(parts, board, roomy) {
  const trouble = board.tasks.filter((task) => task.trouble).length;
  const share = board.tasks.reduce((sum, task) => sum + task.professional_share, 0) / board.tasks.length;
  say(parts.main, figure(board.quality * 100, 0));
  setBar(parts.fill, board.quality);
  const reserve = figure(board.reserve);
  say(parts.share, roomy ? word("ui.carried", { share: figure(share * 100, 0) }) : "");
  say(parts.trouble, trouble ? word("ui.trouble", { count: trouble }) : "");
  say(parts.purse, roomy || !trouble ? word("ui.purse", { reserve }) : "");
}

function drawDeals(list, tasks, withNames) {
  list.hidden = !tasks.length;
  list.classList.toggle("named", withNames);
  list.replaceChildren(...tasks.map(({ code, deal }) => {
    const line = document.createElement("li");
    const name = document.createElement("span");
    name.textContent = word(`task.${code}.name`);
    const told = document.createElement("span");
    told.className = "visually-hidden";
    told.textContent = `: ${word(`holder.${deal.holder}`)}`;
    name.className = withNames ? "" : "visually-hidden";
    line.append(holderMark(deal.holder), name, told);
    return line;
  }));
}

function named(element) {
  if (!element.firstChild) element.append(holderMark(element.dataset.holder), ` ${word(`holder.${element.dataset.holder}`)}`);
}

function decided(deal) {
  const how = word(deal.requirements ? "requirements.yes" : "requirements.no");
  const shown = document.createElement("small");
  shown.textContent = how;
  shown.setAttribute("aria-hidden", "true");
  const told = document.createElement("span");
  told.className = "visually-hidden";
  told.textContent = `, ${word("ui.decided", { holder: word(`holder.${deal.holder}`), how })}`;
  return [shown, told];
}

function percent(share) {
  return `${figure(share * 100, 0)}%`;
}
