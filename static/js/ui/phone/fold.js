/* What waits folded while something asks an answer: it opens once that is given, or when one taps it. */

/** Lay `node` (a details element) open or folded for `state`; within one state it stays as its reader left it. */
export function fold(node, state, isOpen) {
  const now = `${state} ${isOpen}`;
  if (node.dataset.fold === now) return;
  node.dataset.fold = now;
  node.open = isOpen;
}
