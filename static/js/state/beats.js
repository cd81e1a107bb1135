/* An outcome that is uncovered in four beats: which one it is at, from the time alone, so that every screen shows the
 * same. `reveal` is what the server says of it, null when all of it is shown; times are the server's, in ms. The beat
 * of what went wrong stands for as long as that takes to read. */
export const BEATS = 4;
export const WHOLE = 0;
const STORY = 3;
const SKEW_MS = 5000; // a beginning later than that is of a clock that was set back, which holds nobody up

/* When each of the beats is over, from the beginning. */
const endsOf = ({ beat_ms: each, longer_ms: longer }) =>
  Array.from({ length: BEATS }, (_, index) => (index + 1) * each + (index + 1 >= STORY ? longer : 0));

/** The beat at a moment, 1–4, or WHOLE once all of it is shown. */
export function beatOf(reveal, now) {
  if (!reveal) return WHOLE;
  const elapsed = (reveal.stopped_ms ?? now) - reveal.began_ms;
  if (elapsed < -SKEW_MS) return WHOLE;
  return endsOf(reveal).findIndex((ends) => elapsed < ends) + 1;
}

/** When all of it is shown by itself; null where that is not a matter of time. */
export function overAt(reveal) {
  return reveal && reveal.stopped_ms === null ? reveal.began_ms + endsOf(reveal)[BEATS - 1] : null;
}

/** In how many ms the next beat comes by itself; null where none does. */
export function untilNext(reveal, now) {
  const beat = beatOf(reveal, now);
  return beat === WHOLE || reveal.stopped_ms !== null ? null : reveal.began_ms + endsOf(reveal)[beat - 1] - now;
}
