/* An outcome that is uncovered in four beats: which one it is at, from the time alone, so that every screen shows the
 * same. `reveal` is what the server says of it, null when all of it is shown; times are the server's, in ms. */
export const BEATS = 4;
export const WHOLE = 0;
const SKEW_MS = 5000; // a beginning later than that is of a clock that was set back, which holds nobody up

/** The beat at a moment, 1–4, or WHOLE once all of it is shown. */
export function beatOf(reveal, now) {
  if (!reveal) return WHOLE;
  const elapsed = (reveal.stopped_ms ?? now) - reveal.began_ms;
  if (elapsed < -SKEW_MS || elapsed >= BEATS * reveal.beat_ms) return WHOLE;
  return 1 + Math.floor(Math.max(0, elapsed) / reveal.beat_ms);
}

/** When all of it is shown by itself; null where that is not a matter of time. */
export function overAt(reveal) {
  return reveal && reveal.stopped_ms === null ? reveal.began_ms + BEATS * reveal.beat_ms : null;
}

/** In how many ms the next beat comes by itself; null where none does. */
export function untilNext(reveal, now) {
  const beat = beatOf(reveal, now);
  return beat === WHOLE || reveal.stopped_ms !== null ? null : reveal.began_ms + beat * reveal.beat_ms - now;
}
