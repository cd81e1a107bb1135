/* Which street tells the room something: `tellings` are what could be told, `told` is whose is (its table, or null). */

/** What is told now, null where nothing is. */
export const tellingNow = ({ tellings, told }) => tellings.find(({ of }) => of === told) ?? null;

/** What comes after it, from the first again after the last. */
export const nextTelling = ({ tellings, told }) =>
  tellings[(tellings.findIndex(({ of }) => of === told) + 1) % tellings.length];

/** Whether the big screen has a place for it now: beside streets that are played or uncovered, and at the finale. */
export const mayTell = ({ tellings, phase, debrief }) =>
  tellings.length > 0 && phase !== "time_out" && (phase !== "debrief" || debrief.part === "finale");
