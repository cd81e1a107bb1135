/* The axis of rounds under a chart: what stands where, so that every number is under its point and nothing overlaps. */

const PER_LETTER = 0.65; // how wide one is, of its height
const GAP = 8;

const wide = (told, letters) => String(told).length * letters * PER_LETTER;

/** How much room there must be left of the first point for what the axis counts (`name`) and half of its label. */
export const roomBefore = (name, [first], letters) => wide(name, letters) + GAP + wide(first, letters) / 2;

/** The labels of the axis as {told, at, anchor}, `name` (what it counts) before the first. `x` places a label by its
 * index. With `ends` there is room for the first and the last only. One that would lie on the one before it is left
 * out, and never the last. */
export function roundAxis(rounds, name, x, letters, ends = false) {
  const last = rounds.length - 1;
  if (ends) return endsOf(rounds, name, x, last);
  const shown = [];
  const from = ({ told, at }) => at - wide(told, letters) / 2;
  const isFree = (one, other) => from(one) + wide(one.told, letters) + GAP / 2 <= from(other);
  for (const [index, label] of rounds.entries()) {
    const label_ = { told: String(label), at: x(index), anchor: "middle" };
    while (index === last && shown.length > 1 && !isFree(shown[shown.length - 1], label_)) shown.pop();
    if (!shown.length || index === last || isFree(shown[shown.length - 1], label_)) shown.push(label_);
  }
  return [{ told: name, at: from(shown[0]) - GAP, anchor: "end" }, ...shown];
}

/* The name beside the first that is a number: a street before round 1 has a word. */
function endsOf(rounds, name, x, last) {
  const named = Math.min(
    last,
    rounds.findIndex((label) => typeof label === "number"),
  );
  const told = (index) => (index === (named ? last : 0) ? `${name} ${rounds[index]}` : String(rounds[index]));
  const first = { told: told(0), at: x(0), anchor: last ? "start" : "middle" };
  return last ? [first, { told: told(last), at: x(last), anchor: "middle" }] : [first];
}
