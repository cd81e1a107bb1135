/* What surrounds the choices: header, clock, connection, the overlays, what keeps clear of them, and what is read
 * out. */
import { at, nameWindow, say, showTrouble, write } from "../shared/dom.js";
import { steady } from "../shared/steady.js";
import { timeLeft, word } from "../../state/words.js";

const STEPS = ["agree", "act", "outcome"];
const LAST_MS = 10000;
const CALM_MS = 3000;

/** The countdown: `set` takes the server's `clock` message; it ticks by itself on a clock that never jumps. `up()`
 * is called when it comes to its end, or is set again after that. */
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
    say(face, timeLeft(left));
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

/** How things stand around the table: a pause, and a facilitator who is away; said in different words, and both if
 * need be. */
export function drawAround(table) {
  at("paused").hidden = !table.paused;
  at("facilitator-away").hidden = !table.facilitator_away || table.phase === "closed";
  at("around").hidden = at("paused").hidden && at("facilitator-away").hidden;
}

/** Which round it is, and in words how far it is: dots would be counted as rounds. */
export function drawHeader(table) {
  const open = STEPS.indexOf(table.phase);
  const round = open < 0 ? "" : word("ui.round", { round: table.round });
  nameWindow(word(`phase.${table.phase}`), round);
  say(at("round"), round);
  say(at("steps"), open < 0 ? "" : word("ui.player.step", { step: open + 1, steps: STEPS.length }));
}

/** What stands still at the edges of the window covers nothing that gets the focus: the page knows how high that is. */
export function keepClear() {
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

/** Have something read out, politely; also when it is what was read out last. */
let spoken = "";
export function readOut(text) {
  spoken = spoken === text ? `${text}\u00a0` : text;
  write(at("announcer"), spoken);
}

/** Say a new phase (its title, and what stands beside it), once: the keyboard goes to its heading, which is read
 * with what stands beside that. Where the keyboard has to stay (a dialog is open), it is read out instead. */
export function tellPhase(table, title) {
  const heading = at("phase-title");
  heading.setAttribute(
    "aria-describedby",
    ["round", "silent", "may-talk", "practice"].filter((id) => !at(id).hidden).join(" "),
  );
  heading.focus({ preventScroll: true });
  if (document.activeElement === heading) return;
  readOut(STEPS.includes(table.phase) ? `${word("ui.round", { round: table.round })}. ${title}` : title);
}

/** The line about the connection, which waits three seconds so that a short gap goes unnoticed, and the two
 * overlays. */
export function createConnection(takeOver) {
  let calm = 0;
  let lost = null;
  let table = null;
  let trouble = "";
  const wanted = {};
  at("take-over").addEventListener("click", takeOver);

  /* What makes a dialog of it comes when one is needed, not with the first visit; meanwhile all may have changed
   * again. */
  function overlay(id, open) {
    wanted[id] = open;
    if (!open && at(id).hidden) return;
    import("../shared/dialog.js").then(
      ({ closeDialog, openDialog }) => (wanted[id] ? openDialog(at(id), { canClose: false }) : closeDialog(at(id))),
      () => (at(id).hidden = !wanted[id]),
    );
  }

  /* When a bot will play for me, from a third of the time on; while paused, in the time-out and before the play,
   * none will. */
  function tick() {
    const runs = table && !table.paused && STEPS.includes(table.phase);
    const limit = runs ? table.bot_after_seconds : 0;
    const away = lost === null || !limit ? 0 : (performance.now() - lost) / 1000;
    if (away < limit / 3 || !limit) return say(at("link-bot"), "");
    const seconds = Math.ceil(limit - away);
    say(at("link-bot"), seconds > 0 ? word("ui.player.bot_soon", { seconds }) : word("ui.player.bot_plays"));
  }

  const tell = () => steady(() => (at("link-state").hidden = Boolean(trouble) && !table));
  const hide = () => steady(() => (at("link-state").hidden = true));
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
    /* Nothing was answered for so long that it has to be said at once; over when an answer comes. */
    silent(isSilent) {
      if (isSilent) {
        lost ??= performance.now();
        tell();
      } else if (!calm) hide();
    },
    show(state, reason) {
      if (state === "open") lost = null;
      else if (state === "waiting") lost ??= performance.now();
      if (state === "waiting") calm ||= setTimeout(tell, CALM_MS);
      else {
        calm = clearTimeout(calm);
        hide();
      }
      overlay("elsewhere", state === "elsewhere");
      say(at("gone-reason"), reason ? word(`refused.${reason}`) : "");
      at("gone-back").hidden = reason !== "removed" && reason !== "not_seated";
      overlay("gone", state === "refused");
    },
  };
}
