/* The line of one's own beside a picture (state/own_lines.js), in words. */
import { mark, word } from "../../state/words.js";
import { reasonTold } from "../../state/reasons.js";
import { nameOf } from "../../state/what_if.js";

const VALUES = {
  did: ({ acts }, role) => ({ acts: acts.map(({ act, count }) => timesOf(role, act, count)).join(", ") }),
  guessed: ({ guess }) => ({ guess: word(`debrief.luck.${guess}`) }),
  marks: ({ marks }) => ({ marks: marks.map(markOf).join(" · ") }),
  ended: ({ mark }) => ({ mark: markOf(mark) }),
  picked: ({ what }) => ({ what: nameOf({ code: what, since: 1 }, word) }),
};

/** The sentence of a line for who has `role`, "" for none. */
export function ownSentence(line, role) {
  if (!line) return "";
  if (line.code === "paid") return word("debrief.own.paid", { what: reasonTold(line.reason, word) });
  return word(`debrief.own.${line.code}`, { ...line, ...VALUES[line.code]?.(line, role) });
}

/** A report mark as it is read. */
export const markOf = mark;

const timesOf = (role, act, count) => word("debrief.own.times", { count, what: word(`act.${role}.${act}`) });
