/* Times on the panel, by the server's clock, never this computer's own. */
import { heardAt, serverNow } from "./server_time.js";
import { word } from "./words.js";

export { heardAt, serverNow };

const PLAY = ["agree", "act", "outcome"];
const ROLE_PHASES = ["lobby", "time_out", "outcome"];
const MOST_MINUTES = 20;
const STUCK_MS = 40000;
const LATE_MS = 1500; // the server looks every second
export const LONG_MS = 20000;

/** The time that waiting is measured by: it stands still in a pause. */
export function waitingNow(room) {
  return room.paused_at_ms ?? serverNow();
}

/** The seconds of a time as it is typed: "2:30", or a number, of which up to 20 are minutes and more are seconds. */
export function secondsOf(typed) {
  const [first, seconds] = typed.split(":").map(Number);
  if (seconds !== undefined) return first * 60 + seconds;
  return first <= MOST_MINUTES ? first * 60 : first;
}

/** "40 s" or "3 min" for a number of ms. */
export function span(ms) {
  const seconds = Math.max(0, Math.round(ms / 1000));
  const text =
    seconds < 90
      ? word("ui.panel.seconds", { seconds })
      : word("ui.panel.minutes", { minutes: Math.round(seconds / 60) });
  return text.replace(" ", "\u00a0");
}

export function isPlaying(room) {
  return PLAY.includes(room.phase);
}

/** Whether a step that closes by itself is still open, `over` ms after its time. */
export const closesLate = (room, over) => !room.paused && isPlaying(room) && over > LATE_MS;

/** Whether a game runs: choices are made, or the tables talk. */
export function isRunning(room) {
  return isPlaying(room) || room.phase === "time_out";
}

/** Whether people may change role now. */
export function rolesMayChange(room) {
  return ROLE_PHASES.includes(room.phase);
}

/** Whether a seat still has something to do in this phase: in an outcome only what it was asked. */
export const isBusy = ({ ready, unanswered }, { phase }) => !ready && (phase !== "outcome" || unanswered);

/** Who a table waits for and for how long (ms), and whether it is stuck on one role; null when it waits for nobody. */
export function waiting(tile, room) {
  if (!isPlaying(room)) return null;
  const here = tile.seats.filter((seat) => seat.alias && seat.present && !seat.bot);
  const seats = here.filter((seat) => isBusy(seat, room));
  if (!seats.length) return null;
  const ms = waitingNow(room) - Math.max(room.opened_ms, tile.ready_at_ms ?? 0);
  const oneRole = seats.every((seat) => seat.role === seats[0].role);
  return { seats, ms, stuck: oneRole && seats.length < here.length && ms > STUCK_MS && !room.paused };
}

/** The seats whose people are all away with no bot standing in; who is only just coming in is not away. */
export function absent(tile) {
  return tile.seats.filter((seat) => seat.alias && !seat.present && !seat.bot && seat.away_since_ms !== null);
}

/** In how many ms a bot takes an absent person's seat; null when none will by itself. */
export function botIn(seat, room) {
  if (!isPlaying(room) || seat.keep || room.paused || !room.bot_after_seconds || seat.away_since_ms === null)
    return null;
  return Math.max(0, seat.away_since_ms + room.bot_after_seconds * 1000 - serverNow());
}

/** What a seat is doing: free, bot, stand_in, away, ready, here. */
export function stateOf(seat) {
  if (!seat.alias) return seat.bot ? "bot" : "free";
  if (seat.bot) return "stand_in";
  if (!seat.present) return "away";
  return seat.ready ? "ready" : "here";
}

/** What a seat is said to be doing in this phase: its state (stateOf), or of who is here in, answers, looks. */
export function doingOf(seat, room) {
  const state = stateOf(seat);
  if (state !== "here" || ["agree", "act"].includes(room.phase)) return state;
  if (room.phase !== "outcome") return "in";
  return seat.unanswered ? "answers" : "looks";
}
