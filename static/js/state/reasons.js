/* The strongest reason a chair had to do less together, from what its single options paid. */
import { structure } from "./structure.js";

/** In sentences the word of doing it together, which is what each option is held against. */
export const TOGETHER = "together";

/** The option of a role that most often paid more than doing it together, over `rounds` of findings: {option, of, paid,
 * done} as numbers of moments; null where there was nothing to choose. */
export function reasonOf(role, rounds) {
  const found = structure.reasons[role].map((option) => summed(option, rounds)).filter(({ of }) => of);
  return found.reduce((most, one) => (most && most.paid >= one.paid ? most : one), null);
}

function summed(option, rounds) {
  const all = rounds.flatMap(({ options }) => (option in options ? [options[option]] : []));
  const total = (name) => all.reduce((sum, one) => sum + Math.round(one.moments * one[name]), 0);
  return { option, of: all.reduce((sum, one) => sum + one.moments, 0), paid: total("paid"), done: total("done") };
}
