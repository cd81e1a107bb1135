/* What is compared of several tables round by round; how it is drawn is compare.js, which a phone does not need. */
import { hundred } from "../../../state/series.js";
import { longestOf } from "../../../state/stories.js";

/** A value of every round, at as many tables as played it and have one: {labels, values}. */
export function rounds(boards, of) {
  const { rounds: longest } = longestOf(boards);
  const played = (index) => boards.filter(({ story }) => story.rounds[index]);
  const had = (index) => played(index).map(({ story }) => of(story.rounds[index]));
  const found = longest
    .map(({ round }, index) => ({ round, values: had(index).filter((value) => value !== null) }))
    .filter(({ values }) => values.length);
  return { labels: found.map(({ round }) => round), values: found.map(({ values }) => values) };
}

/** The panel of a measure (0–1) over the rounds. */
export function byRound(boards, measure, word, kind = measure) {
  return { name: word(`debrief.value.${measure}`), kind, axis: hundred, ...rounds(boards, (round) => round[measure]) };
}
