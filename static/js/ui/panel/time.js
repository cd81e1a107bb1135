/* The countdown: starting, adding, pausing, closing now, and closing by itself. */
import { at, put, say, write } from "../shared/dom.js";
import { press } from "./desk.js";
import { createFold } from "./fold.js";
import { closesLate, isRunning, secondsOf } from "../../state/moments.js";
import { undecided, waitsWord } from "../../state/undecided.js";
import { timeLeft, word } from "../../state/words.js";

const MORE_MS = 30000;

/** `closeNow()` closes the open step. */
export function createTime(desk, closeNow) {
  let room = null;
  let open = [];
  let ends = null;
  let left = null;

  const remaining = () => (room?.paused ? left : ends === null ? null : Math.max(0, ends - performance.now()));
  const start = (seconds) => desk.send({ type: "start_clock", seconds });

  function tick() {
    const now = remaining();
    const face = now === null ? word("ui.panel.clock.none") : timeLeft(now);
    write(at("clock"), face);
    at("clock").classList.toggle("running", now !== null);
    put(at("time-up"), "hidden", now !== 0 || room?.phase !== "time_out" || room.paused);
    const waits = now === 0 && !room?.paused ? waitsWord(open) : "";
    say(at("undecided"), waits);
    const isLate = now === 0 && !waits && room && closesLate(room, performance.now() - ends);
    say(at("closes"), isLate ? word("ui.panel.closes") : "");
    for (const id of ["more-time", "no-clock"]) put(at(id), "disabled", now === null);
  }

  function toggle() {
    if (room && !at("clock-box").hidden) desk.send({ type: "pause", paused: !room.paused });
  }

  const menu = document.querySelector(".more-clock");
  const fold = () => (menu.open = false);
  createFold(menu);
  menu.addEventListener("toggle", () => at("clock-box").classList.toggle("is-open", menu.open));

  at("no-clock").addEventListener("click", () => {
    fold();
    start(0);
  });
  at("more-time").addEventListener("click", () => start(Math.ceil(((remaining() ?? 0) + MORE_MS) / 1000)));
  for (const button of document.querySelectorAll("[data-seconds]")) {
    button.addEventListener("click", () => {
      fold();
      start(Number(button.dataset.seconds));
    });
  }
  at("pause").addEventListener("click", toggle);
  at("own-time").addEventListener("submit", (event) => {
    event.preventDefault();
    start(secondsOf(at("own-minutes").value));
    at("own-minutes").value = "";
    fold();
  });
  at("close-now").addEventListener("click", () => {
    fold();
    closeNow();
  });
  at("auto-close").addEventListener("change", () =>
    desk.send({ type: "configure", auto_close: at("auto-close").checked }),
  );
  setInterval(tick, 250);

  return {
    toggle,
    /** Whether a countdown is over. */
    isUp: () => remaining() === 0,
    clock({ remaining_ms: ms }) {
      left = ms;
      ends = ms === null ? null : performance.now() + ms;
      tick();
    },
    draw(now, tiles) {
      room = now;
      open = undecided(tiles);
      put(at("clock-box"), "hidden", !isRunning(room));
      put(at("paused"), "hidden", !room.paused);
      document.body.classList.toggle("is-paused", room.paused);
      const button = at("pause");
      say(button, room.paused ? button.dataset.resume : button.dataset.pause);
      press(button, room.paused);
      at("auto-close").checked = room.auto_close;
      tick();
    },
  };
}
