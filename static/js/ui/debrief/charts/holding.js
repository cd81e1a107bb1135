/* What a drawing holds, as classes on what is around it: style sheets of the oldest browsers cannot ask for that
 * themselves. */
const HELD = [
  [".counted", ".grid-table", "has-counted"],
  [".loop-table, .tally, .answers", ".chart-figure", "has-list"],
  [".loop-table", ".grid-scroll", "has-loops"],
  [".side-bars", ".side", "has-own"],
  [".side-bars", ".side", "has-bars"],
  [".side-bars", ".sides", "has-bars"],
];

/** Mark everything inside `root` with what it holds. */
export function markHeld(root) {
  for (const [inside, around, name] of HELD) {
    for (const node of root.querySelectorAll(inside)) node.closest(around)?.classList.add(name);
  }
}
