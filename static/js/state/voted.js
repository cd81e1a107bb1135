/* What the room voted on, in the order that it is told in. */

import { changeOf } from "./changes.js";

const FEW = 3; // so many votes and more say something of a room
const LEAST = 0.05; // what moved less did not move
const MUCH = 0.1; // where nothing moved as much, none is a surprise

/** Whether so many voted that it says something of a room. */
export const hasVoted = (votes) => Object.values(votes).reduce((sum, count) => sum + count, 0) >= FEW;

/* How far an option moved from `own` (0–1), with people unchanged or where they react: the furthest. */
const movedBy = ({ end, reacting }, own) => Math.max(Math.abs(end - own), Math.abs((reacting ?? end) - own));

/** The options that are told, all or the first `most`: the most votes first, of as many votes what moved least (a
 * surprise), and without votes what moved most; with few votes all by that. What moved most of all is among them.
 * `answers` are {code, end, reacting}, `votes` counts. What a game had already (`isSo`) is told only where people voted
 * for it. Each gets its `votes`; it `isSurprise` when many voted for it and it moved next to nothing; `isMost` is what
 * moved the street furthest, up or down, as much as one sees. */
export function told(answers, votes, own, most = answers.length) {
  const counted = answers.map((one) => ({ ...one, votes: votes[one.code] ?? 0, moved: movedBy(one, own) }));
  const many = Math.max(1, ...counted.map((one) => one.votes));
  const furthest = Math.max(LEAST, ...counted.map(({ moved }) => moved));
  const isVoted = hasVoted(votes);
  const order = (one, other) => {
    const more = isVoted ? other.votes - one.votes : 0;
    return more || (isVoted && one.votes ? one.moved - other.moved : other.moved - one.moved);
  };
  const open = counted.filter((one) => !one.isSo || one.votes).sort(order);
  return withFurthest(open, most).map((one) => ({
    ...one,
    isSurprise: one.votes >= FEW && furthest >= MUCH && 2 * one.votes > many && !one.isSo && one.moved < LEAST,
    isMost: one === furthestOf(counted),
  }));
}

/* The first `most` of these, the last of them being what moved most where that came later. */
function withFurthest(all, most) {
  const [furthest] = [...all].sort((one, other) => other.moved - one.moved);
  const first = all.slice(0, most);
  return !furthest || first.includes(furthest) ? first : [...first.slice(0, -1), furthest];
}

/* What moved furthest, as much as one sees; undefined where nothing did. */
function furthestOf(all) {
  const [most] = [...all].sort((one, other) => other.moved - one.moved);
  return most?.moved >= MUCH ? most : undefined;
}

/** Whether none of these moved the street as much as one sees. */
export const isLittle = (answers, own) => answers.every((one) => movedBy(one, own) < MUCH);

/** Whether one sees that an option, as `told` gives it, moved the street. */
export const isSeen = ({ moved }) => moved >= LEAST;

/** Whether a number is written the same. */
export const isSame = (value, own) => changeOf(value, own) === 0;
