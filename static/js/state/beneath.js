/* What lies behind the lines of a game: the game before it, and what earlier groups came to. */

/** What is laid beneath lines of `measures`: a thin line, dashed like their own; a band from the lowest to the
 * highest of several groups, and of one group alone a dotted line. */
export function beneath(measures, valuesOf, { earlier = null, groups = [] }, before, word) {
  const first = earlier?.rounds.length
    ? measures.map((name) => ({
        name: word("debrief.earlier"),
        kind: name,
        values: valuesOf(earlier, name),
        isThin: true,
      }))
    : [];
  const known = measures.filter((name) => ["quality", "ownership", "cost"].includes(name));
  const others = known.flatMap((name) => {
    const group = { kind: "group", isThin: true };
    if (groups.length > 1) return [{ ...group, name: word("debrief.earlier_band"), ...spread(groups, name, before) }];
    const beneath = { ...group, name: word("debrief.earlier_groups") };
    return groups.map((one) => ({ ...beneath, values: [...before, ...one[name]] }));
  });
  return [...first, ...others];
}

/* The lowest (`low`) and highest (`values`) of the groups in each round that at least two of them played. */
function spread(groups, name, before) {
  const [, second] = groups.map((group) => group[name].length).sort((one, other) => other - one);
  const ends = (pick) =>
    Array.from({ length: second }, (_, turn) =>
      pick(...groups.filter((group) => turn < group[name].length).map((group) => group[name][turn])),
    );
  return { low: [...before, ...ends(Math.min)], values: [...before, ...ends(Math.max)] };
}
