/* The strongest reason a chair had to do less together, from what its single options paid; and what another pay would
 * have made of it. */
import { MIXED } from "./holders.js";
import { ROLES } from "./roles.js";
import { structure } from "./structure.js";

export const { fundings: FUNDINGS } = structure;

/** In sentences the word of doing it together, which is what each option is held against. */
export const TOGETHER = "together";
/** The way that paper is held against, which says nothing of doing it together. */
export const SPOKEN = "spoken";
const COME = "come";
/* What each is counted in: decisions, unless told otherwise; reports are held against evenings. */
const EVENINGS = "evenings";
const UNITS = { wait: EVENINGS, claim: EVENINGS, take_over: "choices", step_back: "choices" };
const PAPER = "requirements";

/** The option of a role by which tables are compared: the first of its reasons. */
export const comparedBy = (role) => structure.reasons[role][0];

/** The option of a role that most often paid more than doing it together, over `rounds` of findings: {option, of, paid,
 * done} as numbers of moments; null where there was nothing to choose. */
export function reasonOf(role, rounds) {
  const found = structure.reasons[role].map((option) => countsOf(option, rounds)).filter(({ of }) => of);
  return found.reduce((most, one) => (most && most.paid >= one.paid ? most : one), null);
}

/** Those of all chairs that had something to choose, as `found` by role. */
export const reasonsOf = (found) => ROLES.map((role) => reasonOf(role, found[role])).filter(Boolean);

const NEARLY = 0.85; // of all moments, and more, is nearly always

/** What is said of a reason: the `code` of its sentence, and `often`, the code of how often what it says gave a higher
 * mark. Of who was mostly better off with the other way that is told. */
export function toldOf({ option, of, paid }) {
  const isMost = 2 * paid > of;
  const share = (isMost ? paid : of - paid) / of;
  const often = share === 1 ? "always" : share >= NEARLY ? "nearly" : "mostly";
  return { code: isMost ? option : `${otherWay(option)}_mostly`, often };
}

/** The way that an option is held against: agreed by word instead of on paper, of residents to come, else together. */
export const otherWay = (option) => (option === PAPER ? SPOKEN : UNITS[option] === EVENINGS ? COME : TOGETHER);

/* How many evenings all residents had. */
const eveningsOf = ({ residents, evenings_each: each, rounds }) => residents * each * rounds.length;

/** How often an option was chosen and how often its other way, of how many times or evenings: {count, other, of}, the
 * same figures as those of the film, of what was decided and of the circle. `of` is null of reports, which are as many
 * as people make. */
export function chosenOf(option, story) {
  const over = (counted) => story.rounds.reduce((sum, round) => sum + counted(round), 0);
  const each = (name) => over((round) => round[name]);
  const deals = (is) => over(({ tasks }) => tasks.filter(is).length);
  const [tasks, rounds] = [story.tasks.length, story.rounds.length];
  const evenings = eveningsOf(story);
  const moments = story.professionals * tasks * rounds;
  const [came, along, alone] = ["joined", "worked_along", "took_over"].map(each);
  const paper = deals(({ requirements }) => requirements);
  const found = {
    requirements: () => ({ count: paper, other: tasks * rounds - paper, of: tasks * rounds }),
    take_over: () => ({ count: alone, other: along, of: moments }),
    step_back: () => ({ count: moments - alone - along, other: along, of: moments }),
    wait: () => ({ count: evenings - came, other: came, of: evenings }),
    claim: () => ({ count: each("claims"), other: came, of: null }),
  };
  const given = () => ({
    count: deals(({ holder }) => holder === option),
    other: deals(({ holder }) => holder === MIXED),
    of: tasks * rounds,
  });
  return (found[option] ?? given)();
}

/** The sentence of a reason, as a part of one. */
export function reasonTold(reason, word) {
  const { code, often } = toldOf(reason);
  return word(`debrief.logic.${code}`, { often: word(`debrief.logic.often.${often}`) });
}

/** How often an option was chosen, or its other way (`isOther`), with what that is of. */
export function countTold(option, isOther, story, word) {
  const { count, other, of } = chosenOf(option, story);
  if (of === null && !isOther) return word("debrief.circle.claimed", { count });
  const figures = { count: isOther ? other : count, of: of ?? eveningsOf(story) };
  return word(`debrief.circle.${UNITS[option] ?? "decisions"}`, figures);
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
