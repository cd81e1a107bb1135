/* In which rounds something held. */
import { runsOf } from "./lists.js";

/** The rounds in which each funding held, from a story. */
export function fundedIn(story) {
  const found = {};
  for (const { funding, round } of story.rounds) (found[funding] ??= []).push(round);
  return found;
}

/** Rounds in words: 1, 2, 3, 5 as "1–3, 5". */
export function spans(rounds) {
  return runsOf(rounds)
    .map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`))
    .join(", ");
}

/** One round or several of them (as `spans` says them) at the head of something. */
export const spanHead = (told, word) =>
  /[–,]/.test(told) ? word("debrief.rounds_head", { rounds: told }) : word("debrief.round_head", { round: told });
