/* The figures of a circle of a table: what went round at it, as states with its own numbers. Which circle that was
 * is the engine's to say. */

const sum = (list) => list.reduce((total, one) => total + one, 0);

/* How much was theirs (0–1) before the first of these rounds and after the last. */
function ownedOver({ start, rounds }, { from, to }) {
  return [(from ? rounds[from - 1] : start).ownership, rounds[to - 1].ownership];
}

/** The figures of a circle: in which round (from 0) the street looked its `best` and which was the `last`;
 * qualities and ownership (0–1) at both ends; how often professionals worked `alone` or `along` of `moments`, how
 * many evenings `came` of `evenings`; how much was `expected` at both ends, how many `claims` and `incidents`
 * there were, and how often of so many `deals` something stood on `paper`; of some states how often in `each` round;
 * and after which round the purse was `empty` (null: never), with what was in it. */
export function circleOf(story, { from, to }) {
  const rounds = story.rounds.slice(from, to);
  const qualities = rounds.map((round) => round.quality);
  const own = ownedOver(story, { from, to });
  const each = (name) => rounds.map((round) => round[name]);
  const paper = rounds.map((round) => round.tasks.filter(({ requirements }) => requirements).length);
  const best = from + qualities.indexOf(Math.max(...qualities));
  const over = (name) => sum(rounds.map((round) => round[name]));
  const empty = rounds.findIndex((round) => round.empty);
  const tasks = story.tasks.length;
  return {
    best,
    last: to - 1,
    quality: {
      first: qualities[0],
      top: Math.max(...qualities),
      low: Math.min(...qualities),
      last: qualities[qualities.length - 1],
    },
    own,
    alone: over("took_over"),
    along: over("worked_along"),
    moments: story.professionals * tasks * rounds.length,
    expected: [(from ? story.rounds[from - 1] : story.start).expectation, rounds[rounds.length - 1].expectation],
    claims: over("claims"),
    incidents: sum(rounds.map((round) => round.tasks.filter(({ incident }) => incident).length)),
    paper: sum(paper),
    deals: tasks * rounds.length,
    came: over("joined"),
    evenings: story.residents * story.evenings_each * rounds.length,
    empty: empty < 0 ? null : from + empty,
    each: {
      alone: each("took_over"),
      along: each("worked_along"),
      come: each("joined"),
      claims: each("claims"),
      paper,
    },
    purse: [story.rounds[from].reserve, Math.min(...rounds.map((round) => round.reserve))],
  };
}
