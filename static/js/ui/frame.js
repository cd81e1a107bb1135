/* What surrounds the choices: header, clock, connection, own result, the dock with the limit and who we wait for, and the overlays. */
import { copy, fillList, say, setBar, showTrouble } from "./dom.js";
import { euros, figure, listed, mark, markChange, markPoints, sentence, word } from "./words.js";

const at = (id) => document.getElementById(id);
const STEPS = ["agree", "act", "outcome"];
const LAST_MS = 10000;
const CALM_MS = 1200;
const BASE = { municipality: 10, professional: 5 };

/** The countdown: `set` takes the server's `clock` message; it ticks by itself on a clock that never jumps. `up()` is called
 * when it comes to its end, or is set again after that. */
export function createClock(up) {
  const face = at("clock");
  let ends = null;
  let isUp = false;

  function note() {
    const now = ends !== null && ends <= performance.now();
    if (now === isUp) return;
    isUp = now;
    up();
  }

  function draw(left) {
    const seconds = Math.ceil(left / 1000);
    say(face, `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`);
    face.classList.toggle("last", left < LAST_MS);
  }

  setInterval(() => {
    if (ends !== null) draw(Math.max(0, ends - performance.now()));
    note();
  }, 250);
  return {
    get isUp() {
      return isUp;
    },
    set({ remaining_ms: left, paused }) {
      ends = left === null || paused ? null : performance.now() + left;
      if (left === null) say(face, "");
      else draw(left);
      face.classList.toggle("paused", paused);
      note();
    },
  };
}

/** How things stand around the table: a pause, and a facilitator who is away; said in different words, and both if need be. */
export function drawAround(table) {
  at("paused").hidden = !table.paused;
  at("facilitator-away").hidden = !table.facilitator_away || table.phase === "closed";
  at("around").hidden = at("paused").hidden && at("facilitator-away").hidden;
}

/** Where we are in the round; the lamp stands at the open phase. */
export function drawHeader(table) {
  const open = STEPS.indexOf(table.phase);
  say(at("round"), open < 0 ? "" : word("ui.round", { round: table.round }));
  at("steps").hidden = open < 0;
  [...at("steps").children].forEach((dot, index) => {
    dot.className = index < open ? "past" : index === open ? "now" : "";
  });
}

/** "2 bewoners en 1 professional" from the ready counts, "" when nobody is waited for. */
export function waitedFor(ready) {
  const list = ready
    .filter((one) => one.seats > one.ready)
    .map((one) => {
      const count = one.seats - one.ready;
      return word(`ui.count.${one.role}`, { count });
    });
  return list.length ? listed(list) : "";
}

/** The dock: ready button, how far I am, the limit as it fills, and while waiting for whom and what to talk about. */
export function drawDock(table, mine, draft, spent) {
  const dock = at("dock");
  dock.hidden = !STEPS.includes(table.phase) || mine.seat === null;
  if (dock.hidden) return say(at("progress"), "");
  dock.classList.toggle("is-ready", mine.ready);
  const left = waitedFor(table.ready);
  at("waiting").hidden = !mine.ready;
  say(at("waiting-for"), left ? word("ui.waiting_for", { who: left }) : word("ui.all_ready"));
  say(at("meanwhile"), sentence(table.meanwhile));
  drawProgress(table, mine, draft);
  drawLimit(table, mine, draft, spent);
}

function drawProgress(table, mine, draft) {
  const tasks = table.tasks.length + (draft.kind === "deals" ? 1 : 0);
  const counted = draft.kind !== "respond" && !mine.ready;
  say(at("progress"), counted ? word(`ui.progress.${draft.chosen === tasks ? "open" : rest(table, draft)}`, { chosen: draft.chosen, tasks }) : "");
}

function rest(table, draft) {
  if (draft.hasPrefill) return "again";
  return table.phase === "act" ? "default" : "open";
}

function drawLimit(table, mine, draft, spent) {
  const limit = at("limit");
  limit.hidden = table.phase !== "act" || mine.ready;
  if (limit.hidden) return;
  const used = spent(mine, draft.items);
  const left = mine.limit - used;
  limit.classList.toggle("over", left < -1e-9);
  say(at("limit-text"), word(`ui.limit.${mine.role}`, { left: figure(Math.max(0, left)), limit: figure(mine.limit), used: figure(used) }));
  const inDots = mine.role !== "professional";
  at("limit-bar").toggleAttribute("hidden", inDots);
  if (!inDots) return setBar(at("limit-bar").querySelector(".fill"), mine.limit ? used / mine.limit : 1);
  const dots = Array.from({ length: mine.limit }, (_, index) => index < left);
  fillList(at("limit-dots"), dots, () => ({ node: document.createElement("i") }), ({ node }, free) => {
    node.className = free ? "free" : "";
  });
}

/** What only this seat sees of the last outcome: its mark with the lines it came from, and the chair's own gauge. */
export function drawResult(table, mine) {
  at("result").hidden = table.phase !== "outcome" || !mine.mark;
  if (at("result").hidden) return;
  say(at("mark"), mark(mine.mark.mark));
  say(at("mark-base"), BASE[mine.role] ? word("ui.mark.base", { base: BASE[mine.role] }) : "");
  fillList(at("mark-lines"), mine.mark.lines, () => copy("mark-line"), ({ parts }, line) => {
    say(parts.label, word(`mark.${mine.role}.${line.code}`));
    say(parts.amount, markChange(markPoints(line.params.amount, mine.role)));
  });
  drawGauge(mine);
}

function drawGauge({ role, gauge }) {
  at("gauge").hidden = !gauge;
  if (!gauge) return;
  const lines = [word(`ui.gauge.${role}`, rounded(gauge.figures)), sentence(gauge.sentence)].filter(Boolean);
  fillList(at("gauge-lines"), lines, () => ({ node: document.createElement("li") }), ({ node }, line) => say(node, line));
}

function rounded(figures) {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, name === "reserve" ? euros(value) : figure(value)]));
}

/** The line about the connection, which waits a moment so that a short gap goes unnoticed, and the two overlays. */
export function createConnection(takeOver) {
  let calm = 0;
  let lost = null;
  let table = null;
  let trouble = "";
  const wanted = {};
  at("take-over").addEventListener("click", takeOver);

  /* What makes a dialog of it comes when one is needed, not with the first visit; meanwhile all may have changed again. */
  function overlay(id, open) {
    wanted[id] = open;
    if (!open && at(id).hidden) return;
    import("./dialog.js").then(
      ({ closeDialog, openDialog }) => (wanted[id] ? openDialog(at(id), { canClose: false }) : closeDialog(at(id))),
      () => (at(id).hidden = !wanted[id]),
    );
  }

  /* When a bot will play for me, from a third of the time on; while paused, in the time-out and before the play, none will. */
  function tick() {
    const runs = table && !table.paused && STEPS.includes(table.phase);
    const limit = runs ? table.bot_after_seconds : 0;
    const away = lost === null || !limit ? 0 : (performance.now() - lost) / 1000;
    if (away < limit / 3 || !limit) return say(at("link-bot"), "");
    const seconds = Math.ceil(limit - away);
    say(at("link-bot"), seconds > 0 ? word("ui.bot_soon", { seconds }) : word("ui.bot_plays"));
  }

  setInterval(tick, 1000);
  return {
    /* The newest table, for what is said while there is no connection. */
    knows(shown) {
      table = shown;
      lost = null;
    },
    /* What keeps the connection away; until the first screen this is said instead of everything else. */
    explain(what) {
      trouble = what;
      at("trouble").hidden = !trouble;
      showTrouble(trouble);
      if (table) return;
      at("phase-ask").hidden = Boolean(trouble);
      if (trouble) at("link-state").hidden = true;
    },
    show(state, reason) {
      if (state === "open") lost = null;
      else if (state === "waiting") lost ??= performance.now();
      if (state === "waiting") calm ||= setTimeout(() => (at("link-state").hidden = Boolean(trouble) && !table), CALM_MS);
      else {
        calm = clearTimeout(calm);
        at("link-state").hidden = true;
      }
      overlay("elsewhere", state === "elsewhere");
      say(at("gone-reason"), reason ? word(`refused.${reason}`) : "");
      at("gone-back").hidden = reason !== "removed" && reason !== "not_seated";
      overlay("gone", state === "refused");
    },
  };
}
