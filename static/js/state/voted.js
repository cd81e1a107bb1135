/* What the room voted on, in the order that it is told in. */

const FEW = 3; // so many votes and more say something of a room
const MOST = 5; // rows that can be read at once
const LEAST = 0.05; // what moved less did not move
const MUCH = 0.1; // where nothing moved as much, none is a surprise

/** Whether so many voted that it says something of a room. */
export const hasVoted = (votes) => Object.values(votes).reduce((sum, count) => sum + count, 0) >= FEW;

/* How far an option moved from `own` (0–1), with people unchanged or where they react: the furthest. */
const movedBy = ({ end, reacting }, own) => Math.max(Math.abs(end - own), Math.abs((reacting ?? end) - own));

/** The options that are told, at most five: those with votes by how much they surprise (many votes, little moved), then
 * the others by how much they moved; with few votes all by that. `answers` are {code, end, reacting}, `votes` counts.
 * What a game had already (`isSo`) is told last, and only where people voted for it. Each gets its `votes`, and the
 * first one is `isSurprise` when many voted for it and it moved next to nothing; `isMost` is what moved the street
 * furthest up, and `isLeast` furthest down, as much as one sees. */
export function told(answers, votes, own) {
  const counted = answers.map((one) => ({ ...one, votes: votes[one.code] ?? 0, moved: movedBy(one, own) }));
  const most = Math.max(1, ...counted.map((one) => one.votes));
  const furthest = Math.max(LEAST, ...counted.map(({ moved }) => moved));
  const surprise = ({ votes: count, moved }) => count / most - moved / furthest;
  const isVoted = hasVoted(votes);
  const order = (one, other) => {
    if (!isVoted) return other.moved - one.moved;
    if (Boolean(one.votes) !== Boolean(other.votes)) return other.votes - one.votes;
    return one.votes ? surprise(other) - surprise(one) : other.moved - one.moved;
  };
  const had = counted.filter((one) => one.isSo && one.votes);
  const others = counted.filter((one) => !one.isSo).sort(order);
  return [...others.slice(0, MOST - had.length), ...had].map((one, place) => ({
    ...one,
    isSurprise: isVoted && furthest >= MUCH && !place && 2 * one.votes > most && !one.isSo && one.moved < LEAST,
    isMost: one === furthestOf(counted, 1, own),
    isLeast: one === furthestOf(counted, -1, own),
  }));
}

/* What moved furthest to one side, as much as one sees; undefined where nothing did. */
function furthestOf(all, side, own) {
  const by = ({ end, reacting }) => Math.max(side * (end - own), side * ((reacting ?? end) - own));
  const [most] = [...all].sort((one, other) => by(other) - by(one));
  return most && by(most) >= MUCH ? most : undefined;
}

/** Whether none of these moved the street as much as one sees. */
export const isLittle = (answers, own) => answers.every((one) => movedBy(one, own) < MUCH);

/** Whether a number moved too little to speak of. */
export const isSame = (value, own) => Math.abs(value - own) < LEAST / 5;
