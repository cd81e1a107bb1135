/* Where an evening is in its plan: minutes since it began, and how far before or behind its place. */
const MINUTE = 60000;

/** The minute of the plan at a moment (ms since 1970), and how many late (below 0: early) for what is played. */
export function standing(schedule, now) {
  const minute = schedule.arrived + Math.max(0, Math.floor((now - schedule.began_ms) / MINUTE));
  const late = minute > schedule.ends ? minute - schedule.ends : Math.min(0, minute - schedule.begins);
  return { minute, late };
}
