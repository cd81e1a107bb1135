/* What a game is compared with in the pictures of streets: the same table's game before this one, else one street of
 * an earlier group. Lines have it beneath them (state/series.js). */

/** The game beside a board's as {code, story, film}, null where there is none; `group` is what the room has of an
 * earlier group (EarlierGroup, or null). `code` is what it is called. */
export function besideOf({ earlier, earlier_film: film = [] }, group = null) {
  if (earlier?.rounds.length) return { code: "earlier", story: earlier, film };
  if (!group?.story.rounds.length) return null;
  return {
    code: group.same_rules ? "group" : "other_rules",
    story: group.story,
    film: group.film,
  };
}

/** Whether the same table's game before this one is laid beside a board's. */
export const hasBefore = (board) => besideOf(board) !== null;

/** Which round (from 0) of a game of `length` rounds stands beside round `now` of one of `own` rounds: the same one, or
 * its last where it has no more; with the last of one's own it is its last too. */
export function roundBeside(now, own, length) {
  return now >= own - 1 ? length - 1 : Math.min(now, length - 1);
}
