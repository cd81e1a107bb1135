/* Which tasks ask an answer after an outcome, and whether this seat still has to give it. */

/** The tasks that ask an answer now, none where the group plays without answers. */
export function troubledIn({ form, report }) {
  if (form !== "full") return [];
  return (report ?? []).flatMap(({ trouble }, k) => (trouble ? [k] : []));
}

/** Whether something waits for this seat's answer. */
export const isAsked = (table, mine) => mine.seat !== null && !mine.ready && troubledIn(table).length > 0;
