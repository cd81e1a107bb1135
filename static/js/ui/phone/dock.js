/* The dock: the limit, who we wait for, and "I am done". With things left open that says what the game fills in and
 * asks once; the second press is the answer. It counts as said once the server has it. */
import { at, fillList, say, setBar } from "../shared/dom.js";
import { figure, listed, sentence, word } from "../shared/words.js";

const STEPS = ["agree", "act", "outcome"];
const BOUNCE_MS = 600;

/** "2 bewoners en 1 professional" from the ready counts, "" when nobody is waited for. */
export function waitedFor(ready) {
  const list = ready
    .filter((one) => one.seats > one.ready)
    .map((one) => {
      const count = one.seats - one.ready;
      return word(`ui.player.count.${one.role}`, { count });
    });
  return list.length ? listed(list) : "";
}

const texts = { limit: "", progress: "" };

/** What is left and how far I am, as it is said now. */
export function leftNow() {
  return [texts.limit, texts.progress].filter(Boolean).join(" ");
}

/** The dock: ready button, how far I am, the limit as it fills, and while waiting for whom and what to talk about. */
export function drawDock(table, mine, draft, spent) {
  const dock = at("dock");
  dock.hidden = !STEPS.includes(table.phase) || mine.seat === null;
  if (dock.hidden) return say(at("progress"), "");
  dock.classList.toggle("is-ready", mine.ready);
  const left = waitedFor(table.ready);
  at("waiting").hidden = !mine.ready;
  say(at("waiting-for"), left ? word("ui.player.waiting_for", { who: left }) : word("ui.player.all_ready"));
  say(at("meanwhile"), sentence(table.meanwhile));
  drawProgress(table, mine, draft);
  drawLimit(table, mine, draft, spent);
}

function drawProgress(table, mine, draft) {
  const tasks = table.tasks.length + (draft.kind === "deals" ? 1 : 0);
  const counted = draft.kind !== "respond" && !mine.ready;
  texts.progress = counted
    ? word(`ui.player.progress.${draft.chosen === tasks ? "open" : rest(table, draft)}`, {
        chosen: draft.chosen,
        tasks,
      })
    : "";
  say(at("progress"), texts.progress);
}

function rest(table, draft) {
  if (draft.hasPrefill) return "again";
  return table.phase === "act" ? "default" : "open";
}

function drawLimit(table, mine, draft, spent) {
  const limit = at("limit");
  limit.hidden = table.phase !== "act" || mine.ready;
  texts.limit = "";
  if (limit.hidden) return;
  const used = spent(mine, draft.items);
  const left = mine.limit - used;
  const isOver = left < -1e-9;
  limit.classList.toggle("over", isOver && mine.limit_binds);
  texts.limit = limitWords(mine, used, isOver);
  say(at("limit-text"), texts.limit);
  const inDots = mine.role !== "professional";
  at("limit-bar").toggleAttribute("hidden", inDots);
  if (!inDots) return drawHours(used, mine.limit);
  const dots = Array.from({ length: mine.limit }, (_, index) => index < left);
  fillList(
    at("limit-dots"),
    dots,
    () => ({ node: document.createElement("i") }),
    ({ node }, free) => {
      node.className = free ? "free" : "";
    },
  );
}

/* Where the limit does not bind, what is over it is done thinner; that is said, and by how much. */
function limitWords({ role, limit, limit_binds: binds }, used, isOver) {
  const code = binds ? role : isOver ? "thinner" : "paid";
  const percent = figure((100 * limit) / used, 0);
  return word(`ui.player.limit.${code}`, {
    left: figure(Math.max(0, limit - used)),
    limit: figure(limit),
    used: figure(used),
    percent,
  });
}

/* The bar fills with what is chosen, and over its end with what is not paid. */
function drawHours(used, limit) {
  const whole = Math.max(used, limit) || 1;
  const paid = Math.min(used, limit) / whole;
  setBar(at("limit-bar").querySelector(".fill"), limit ? paid : 1);
  const thin = at("limit-bar").querySelector(".thin");
  thin.setAttribute("x", String(Math.round(100 * paid)));
  setBar(thin, limit ? used / whole - paid : 0);
}

/* What stands still at the edges of the window covers nothing that gets the focus: the page knows how high that is. */
function keepClear() {
  const { style } = document.documentElement;
  const high = (node) => (getComputedStyle(node).position === "sticky" ? node.offsetHeight : 0);
  const measure = () => {
    // Where large text makes both high, the header goes along with the page.
    document.body.classList.toggle(
      "crowded",
      document.querySelector(".bar").offsetHeight + at("dock").offsetHeight > 0.6 * innerHeight,
    );
    const bar = high(document.querySelector(".bar"));
    style.setProperty("--bar", `${bar}px`);
    style.setProperty("--top", `${bar + high(at("link-state"))}px`);
    style.setProperty("--dock", `${high(at("dock"))}px`);
  };
  const watch = new ResizeObserver(measure);
  for (const node of [document.querySelector(".bar"), at("link-state"), at("dock"), document.documentElement])
    watch.observe(node);
}

/** `draft` knows what was tapped here; `tell(wanted)` tells the server that this seat is done, or not after all. */
export function createDock(draft, tell) {
  let screen = null;
  let step = null;
  let told = new Set(); // what was asked about in this step is not asked about again
  let asking = false;

  /* What the server would fill in, but for taps that are still on their way. */
  const left = () => screen.mine.left.filter((item) => !draft.has(item.task ?? "funding"));
  const name = (item) => item.task ?? "funding";

  function press() {
    if (at("ready").getAttribute("aria-disabled") === "true") return;
    // The second half of a double tap takes nothing back.
    at("ready").setAttribute("aria-disabled", "true");
    setTimeout(() => at("ready").removeAttribute("aria-disabled"), BOUNCE_MS);
    if (screen.mine.told ?? screen.mine.ready) return tell(false);
    const open = left();
    if (!asking && open.some((item) => !told.has(name(item)))) return ask(open);
    asking = false;
    tell(true);
  }

  function ask(open) {
    for (const item of open) told.add(name(item));
    asking = true;
    // The second half of a double tap is no answer to a question that has just appeared, whichever button it meets.
    at("ready").disabled = at("fill-first").disabled = true;
    setTimeout(() => (at("ready").disabled = at("fill-first").disabled = false), BOUNCE_MS);
    draw(screen.table, screen.mine);
    at("left").focus();
  }

  /* Back to the choices, at the first one that is open. */
  function fillFirst() {
    const [first] = left();
    asking = false;
    draw(screen.table, screen.mine);
    const card = first?.task === null ? at("funding") : at("tasks").children[first?.task];
    card?.querySelector("input")?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "center" });
  }

  function draw(table, mine) {
    screen = { table, mine };
    if (step !== table.step) told = new Set();
    if (step !== table.step || mine.seat === null) asking = false;
    step = table.step;
    const open = mine.seat === null ? [] : left();
    if (!open.length || mine.ready || mine.told) asking = false;
    at("left").hidden = at("fill-first").hidden = !asking;
    at("dock").classList.toggle("asks", asking);
    const { undo, anyway, ready, sending } = at("ready").dataset;
    say(at("ready"), mine.told !== null ? sending : mine.ready ? undo : asking ? anyway : ready);
    if (!asking) return;
    say(at("left-intro"), word(`ui.player.left.${intro(table, mine)}`));
    fillList(
      at("left-list"),
      linesOf(open, table, mine),
      () => ({ node: document.createElement("li") }),
      ({ node }, line) => say(node, line),
    );
  }

  at("ready").addEventListener("click", press);
  at("fill-first").addEventListener("click", fillFirst);
  keepClear();
  return { draw };
}

function intro(table, mine) {
  if (table.phase === "agree" && mine.role === "municipality") return mine.left_repeats ? "decide_again" : "decide";
  return mine.left_repeats ? "again" : "fill";
}

/* A line for each thing that is filled in, with the tasks it is filled in for. */
function linesOf(open, table, mine) {
  const byFill = new Map();
  for (const item of open) {
    const what = wordsOf(item, mine);
    const about = item.task === null ? word("ui.funding") : word(`task.${table.tasks[item.task].code}.name`);
    byFill.set(what, [...(byFill.get(what) ?? []), about]);
  }
  return [...byFill].map(([what, about]) => word("ui.tasks_get", { tasks: listed(about), what }));
}

function wordsOf({ kind, option, requirements }, mine) {
  const what = word(kind === "act" ? `act.${mine.role}.${option}` : `${kind}.${option}`).replaceAll("\u00AD", "");
  return requirements === null ? what : `${what}, ${word(`requirements.${requirements ? "yes" : "no"}`)}`;
}
