/* The strongest reason a chair had to do less together, from what its single options paid; and what another pay would
 * have made of it. */
import { structure } from "./structure.js";

export const { fundings: FUNDINGS } = structure;

/** In sentences the word of doing it together, which is what each option is held against. */
export const TOGETHER = "together";

/** The option of a role by which tables are compared: the first of its reasons. */
export const comparedBy = (role) => structure.reasons[role][0];

/** The option of a role that most often paid more than doing it together, over `rounds` of findings: {option, of, paid,
 * done} as numbers of moments; null where there was nothing to choose. */
export function reasonOf(role, rounds) {
  const found = structure.reasons[role].map((option) => countsOf(option, rounds)).filter(({ of }) => of);
  return found.reduce((most, one) => (most && most.paid >= one.paid ? most : one), null);
}

/** What is said of a reason: the `code` of its sentence, and how often `of` all the more sensible way `paid`, and was
 * `done`. */
export function toldOf({ option, of, paid, done }) {
  if (2 * paid > of) return { code: option, of, paid, done };
  return { code: paid ? "together_mostly" : TOGETHER, of, paid: of - paid, done: of - done };
}

/** How often an option could be chosen, paid more and was done over `rounds` of findings, as numbers of moments. */
export function countsOf(option, rounds) {
  const all = rounds.flatMap(({ options }) => (option in options ? [options[option]] : []));
  const total = (name) => all.reduce((sum, one) => sum + Math.round(one.moments * one[name]), 0);
  return { option, of: all.reduce((sum, one) => sum + one.moments, 0), paid: total("paid"), done: total("done") };
}

/** How often an act of professionals would have paid more than doing it together under each funding, over the same
 * moments as `reasonOf` counts: {of, by} as numbers of moments. */
export function underFundings(option, rounds) {
  const has = rounds.filter(({ options }) => option in options);
  const of = has.reduce((sum, { options }) => sum + options[option].moments, 0);
  const paid = (rule) =>
    has.reduce((sum, one) => sum + Math.round(one.options[option].moments * one.by_funding[rule][option]), 0);
  return { of, by: Object.fromEntries(FUNDINGS.map((rule) => [rule, paid(rule)])) };
}
