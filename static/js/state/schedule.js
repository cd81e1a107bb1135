/* Where an evening is in its plan: minutes since round 1 began, and how far before or behind its place. */
const MINUTE = 60000;

/** The minute of the plan at a moment (ms since 1970), and how many minutes late (below 0: early) the game is. */
export function standing(schedule, now) {
  const minute = Math.max(0, Math.floor((now - schedule.began_ms) / MINUTE));
  const late = minute > schedule.ends ? minute - schedule.ends : Math.min(0, minute - schedule.begins);
  return { minute, late };
}
