/* The games of several tables, which need not be as long: what is the same for all of them is told from the longest. */

/** The tables of `boards` that finished a round, in their order. */
export const playedOf = (boards) => boards.filter(({ story }) => story.rounds.length);

/** The story that has most rounds; of several the first. */
export const longestOf = (boards) =>
  boards.map(({ story }) => story).reduce((most, one) => (one.rounds.length > most.rounds.length ? one : most));
