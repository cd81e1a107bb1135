/* The one line of one's own that a phone has beside a picture of the debrief: what this chair did, asked, guessed or
 * got. It says nothing that the picture has not. */
import { MIXED } from "./holders.js";
import { lastOf } from "./lists.js";
import { reasonOf } from "./reasons.js";

const LINES = {
  "what_happened.film": ({ view, mine }) => did(mine.rounds[Math.min(view.beat, mine.rounds.length - 1)], view.beat),
  "what_happened.gap": ({ mine }) => asked(mine.rounds.flatMap((round) => round.asked)),
  "what_happened.luck": ({ view, mine }) =>
    view.beat && mine.voice?.luck && { code: "guessed", guess: mine.voice.luck },
  "turning.turns": ({ view, mine }) => view.beat && mine.pointed && { code: "pointed", round: mine.pointed },
  "sensible.logic": ({ view, story, findings, mine }) =>
    view.beat > 1 ? ended(story, mine) : paid(mine.role, findings?.sensible?.[mine.role]),
  "sensible.marks": ({ mine }) => ({ code: "marks", marks: mine.rounds.map(({ mark }) => mark) }),
  "what_if.vote": ({ view, mine }) => view.beat && mine.voice?.picked && { code: "picked", what: mine.voice.picked },
  "what_if.lines": ({ mine }) => mine.voice?.picked && { code: "picked", what: mine.voice.picked },
};
const SAID = ["what_happened.luck", "turning.turns", "what_if.vote", "what_if.lines"];

/** What stands beside the picture that `view` shows: {code} with its values, or null. `mine` is the own part of a
 * phone's screen with the round that was `pointed` at; who has no chair has no rounds, and is told what they guessed,
 * pointed at and picked. */
export function ownLine({ view, story, findings, mine }) {
  const line = LINES[`${view.step}.${view.part}`];
  const whole = { rounds: [], ...mine };
  const needsChair = !SAID.includes(`${view.step}.${view.part}`);
  if (!line || (needsChair && !whole.rounds.length)) return null;
  return line({ view, story, findings, mine: whole }) || null;
}

function did({ acts }, index) {
  const counts = new Map();
  for (const act of acts) counts.set(act, (counts.get(act) ?? 0) + 1);
  return { code: "did", round: index + 1, acts: [...counts].map(([act, count]) => ({ act, count })) };
}

function asked(holders) {
  const count = holders.filter((holder) => holder === MIXED).length;
  return holders.length ? { code: "asked", count, of: holders.length } : null;
}

function paid(role, rounds = []) {
  const reason = reasonOf(role, rounds);
  return reason?.paid ? { code: "paid", reason } : null;
}

function ended({ rounds }, mine) {
  return { code: "ended", mark: lastOf(mine.rounds).mark, quality: Math.round(100 * lastOf(rounds).quality) };
}
