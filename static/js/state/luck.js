/* How much bad luck there was: what happened beside what these dice give on average. */

const PIPS = 6;

/** A throw (0–1) as pips, 1 to 6. */
export const dieOf = (draw) => Math.min(PIPS, 1 + Math.floor(draw * PIPS));

/** What came of a throw, and what came to every table: the first hung on the dice, the second did not. */
export const isThrown = ({ incident, setback }) => incident && !setback;

/** The incidents of these stories that hung on a throw (`hits` of so many throws, `of`), their `average` given how
 * every task looked, and whether that was `more`, `less` or `about`. What came to every table hung on none. The dice
 * are the same at every table: what one table was lucky in, so were the others. */
export function luckOf(stories) {
  const thrown = thrownAt(stories);
  const all = thrown.flat();
  const hits = all.filter(isThrown).length;
  const average = all.reduce((sum, { chance }) => sum + chance, 0);
  const usual = Math.sqrt(thrown.reduce((sum, tasks) => sum + varianceOf(tasks), 0)); // one standard deviation
  const by = hits - average;
  const kind = Math.abs(by) <= usual ? "about" : by > 0 ? "more" : "less";
  return { kind, hits, of: all.length, average };
}

/* What every throw was for: a task of a round, at every table that played it. */
function thrownAt(stories) {
  const found = new Map();
  for (const { rounds } of stories)
    for (const [round, { tasks }] of rounds.entries())
      for (const [k, task] of tasks.entries()) {
        if (task.setback) continue;
        const code = `${round}.${k}`;
        found.set(code, [...(found.get(code) ?? []), task]);
      }
  return [...found.values()];
}

/* How far the incidents of one throw at these tables lie apart: two tables have it both as often as the luckier. */
function varianceOf(tasks) {
  const pairs = tasks.flatMap((one) => tasks.map((other) => [one.chance, other.chance]));
  return pairs.reduce((sum, [one, other]) => sum + Math.min(one, other) - one * other, 0);
}
