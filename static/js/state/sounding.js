/* Which sound belongs to what happens on the clock and in the course of a game: a bell where a time-out ends, a chime
 * where a phase opens, a tick when thirty seconds are left. Pure: told what is so, again and again, it answers what to
 * sound now. */

const LAST_MS = 30000;
const TICK_MS = 2000; // a clock that leaps further was set anew
const SILENT = ["lobby", "closed"];

/** Answers a function of {phase, round} and what is left of a running clock (ms, null without one): "bell", "chime",
 * "last" or "". */
export function createSounding() {
  let before = null;
  let rung = false;

  function at(phase, round, left) {
    const then = before;
    before = { phase, round, left };
    if (!then) return "";
    if (then.phase !== phase || then.round !== round) {
      const ends = then.phase === "time_out" && !rung;
      rung = false;
      return ends ? "bell" : SILENT.includes(phase) ? "" : "chime";
    }
    const passed = (mark) =>
      then.left !== null && left !== null && then.left > mark && left <= mark && then.left - left < TICK_MS;
    if (phase === "time_out" && passed(0)) {
      rung = true;
      return "bell";
    }
    return passed(LAST_MS) ? "last" : "";
  }

  return ({ phase, round }, left) => at(phase, round, left);
}
