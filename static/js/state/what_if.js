/* What if: what it is called, and the games to lay beside the one that was played. */
import { changeOf } from "./changes.js";
import { lastOf } from "./lists.js";
import { hundred } from "./series.js";

const ENDS = ["quality", "ownership"];
const LETTERS = ["A", "B", "C", "D"];

/** What a what-if is called, with the round it begins in when that is not the first. */
export function nameOf({ code, since }, word) {
  const name = word(`debrief.what_if.${code}`);
  return since > 1 ? word("debrief.what_if.since", { name, round: since }) : name;
}

/* The changed constants, in words. */
function doubtNames(doubts, word) {
  return doubts.map(({ constant, value }) =>
    word(`debrief.what_if.weight_${value ? "changed" : "off"}`, { name: word(`debrief.constant.${constant}`) }),
  );
}

/** The games to lay beside the one that was played: {letter, kind, name, lines}; those of `doubt` when that is what
 * is shown. */
export function answersOf(findings, view, word) {
  if (view.part === "doubt") {
    const name = doubtNames(view.doubts, word).join("; ");
    return findings.doubt
      ? [{ letter: word("debrief.what_if.short_doubt"), kind: "other-0", name, lines: findings.doubt }]
      : [];
  }
  return findings.what_ifs.flatMap((one, index) => {
    const [letter, kind, name] = [LETTERS[index], `other-${index}`, nameOf(one, word)];
    if (!one.reacting) return [{ letter, kind, name, lines: one.lines }];
    const others = `${name}, ${word("debrief.what_if.reacting")}`;
    return [
      { letter, kind, name, lines: one.lines },
      { letter: `${letter}*`, kind: `${kind} reacting`, name: others, lines: one.reacting },
    ];
  });
}

/** The labels of the rounds, also of those that only an answer has. */
export function roundsOf(story, answers) {
  const most = Math.max(story.rounds.length, ...answers.map(({ lines }) => lines.quality.length));
  return Array.from({ length: most }, (_, index) => index + 1);
}

/** Whether a game ends as it went, as both are written. */
export const isUnchanged = ({ lines }, { rounds }) =>
  lines.is_same || ENDS.every((measure) => !changeOf(lastOf(lines[measure]), lastOf(rounds)[measure]));

/** A measure over the rounds: as it went, and each answer with its letter. */
export function answersOptions(story, answers, word, measure = "quality") {
  const was = {
    name: word("debrief.what_if.short_was"),
    kind: "quality",
    values: story.rounds.map((round) => round[measure]),
  };
  // A game that comes out the same lies on the line as it went: the table says so.
  const others = answers.filter(({ lines }) => !lines.is_same);
  const series = [was, ...others.map(({ letter, kind, lines }) => ({ name: letter, kind, values: lines[measure] }))];
  const told = [was, ...answers.map(({ name, lines }) => ({ name, values: lines[measure] }))];
  return {
    title: word(`debrief.value.${measure}`),
    description: told.map(({ name, values }) => `${name}: ${values.map(hundred).join(", ")}`).join(". "),
    rounds: roundsOf(story, answers),
    series,
    max: 1,
    axis: hundred,
  };
}
