/* The two ends of a game that was played: the street after its first round and after its last. */
import { streetOf } from "./data.js";

/** With more tables there is room for each one's last picture only. */
export const PAIRED = 8;

/** The ends of a table's game as [{round, data}], the first and the last; one where it had one round, none without.
 * `shown` is a screen's {tasks, street, story, film}. Nobody stands in them and
 * nothing happens there: they differ by the street alone. */
export function endsOf({ tasks, street, story, film }) {
  const { rounds } = story;
  const ends = rounds.length > 1 ? [rounds[0], rounds[rounds.length - 1]] : rounds;
  return ends.map((played) => ({ round: played.round, data: endOf(tasks, street, played, film?.[played.round - 1]) }));
}

/* Rules that were added to an agreement are known where there is a film of the game. */
function endOf(tasks, street, { round, empty, tasks: played }, frame) {
  const seen = played.map(({ holder, requirements }, k) => ({
    holder,
    sheets: frame?.tasks[k].sheets ?? (requirements ? 1 : 0),
  }));
  const looks = tasks.map(({ code }, k) => ({ code, quality: played[k].quality }));
  return streetOf(looks, { residents: street.residents, lit: true, empty, tasks: seen }, { windows: false }, round);
}
