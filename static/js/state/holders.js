/* Who carries a task, by the roles that each holder stands for. */
import { structure } from "./structure.js";

const { carriers: CARRIERS, holders } = structure;

/** All of them, in their order. */
export const HOLDERS = holders;

/** The holders that are one role alone, in their order. */
export const ALONE = HOLDERS.filter((holder) => CARRIERS[holder].length === 1);

/** The holder that is several roles at once. */
export const MIXED = HOLDERS.find((holder) => CARRIERS[holder].length > 1);

/** Whether a role can do a task; one that cannot keeps an eye on it. */
export const canDo = (role) => CARRIERS[MIXED].includes(role);
