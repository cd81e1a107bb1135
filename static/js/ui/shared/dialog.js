/* Dialogs over the page, for browsers without <dialog> and inert as well: focus stays inside, Escape and a button
 * with a value close, focus goes back, and the page behind can be reached neither by pointer nor by keyboard or
 * screen reader.
 *
 * A dialog is an element with role=dialog (or alertdialog) and class overlay, hidden, that covers the page while it
 * is open. */

const REACHABLE =
  "a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), textarea:not(:disabled)";
const open = []; // {node, covered, before, canClose, resolve}, the one on top last

const top = () => open[open.length - 1];

/** Whether a dialog is open. */
export function isDialogOpen() {
  return open.length > 0;
}

/** Open a dialog and answer with the value of the button that closed it, "" for Escape. Without `canClose` only
 * `closeDialog` closes it. Opening an open one does nothing. */
export function openDialog(node, { canClose = true } = {}) {
  if (open.some((one) => one.node === node)) return Promise.resolve("");
  const before = document.activeElement;
  document.body.append(node); // the newest lies on top
  const covered = [...document.body.children].filter((other) => other !== node && !other.hasAttribute("aria-hidden"));
  for (const other of covered) other.setAttribute("aria-hidden", "true");
  node.hidden = false;
  return new Promise((resolve) => {
    open.push({ node, covered, before, canClose, resolve });
    (node.querySelector("[data-focus]") || reachable(node)[0])?.focus();
  });
}

/** Close an open dialog with a value; does nothing when it is not open. */
export function closeDialog(node, value = "") {
  const index = open.findIndex((one) => one.node === node);
  if (index < 0) return;
  const [{ covered, before, resolve }] = open.splice(index, 1);
  node.hidden = true;
  for (const other of covered) other.removeAttribute("aria-hidden");
  if (before?.isConnected) before.focus({ preventScroll: true });
  resolve(value);
}

function reachable(node) {
  return [...node.querySelectorAll(REACHABLE)].filter((one) => one.tabIndex >= 0 && one.getClientRects().length);
}

function around(event) {
  const stops = reachable(top().node);
  const ends = event.shiftKey ? [stops[0], stops[stops.length - 1]] : [stops[stops.length - 1], stops[0]];
  if (document.activeElement !== ends[0] && top().node.contains(document.activeElement)) return;
  event.preventDefault();
  ends[1]?.focus();
}

document.addEventListener("keydown", (event) => {
  if (!top()) return;
  if (event.key === "Tab") around(event);
  else if (event.key === "Escape" && top().canClose) {
    event.preventDefault();
    closeDialog(top().node);
  }
});

/* Focus that gets outside in another way (a screen reader, a script) comes back in. */
document.addEventListener("focusin", (event) => {
  if (top() && !top().node.contains(event.target))
    (top().node.querySelector("[data-focus]") || reachable(top().node)[0])?.focus();
});

/* A form with data-closes goes nowhere: the button that was pressed says how the dialog ended. */
let pressed = "";
document.addEventListener("click", (event) => {
  const button = event.target.closest?.("button");
  if (!button || !top()?.node.contains(button)) return;
  pressed = button.value;
  if (button.matches("[data-cancel]")) closeDialog(top().node);
});
document.addEventListener("submit", (event) => {
  if (!event.target.matches("[data-closes]")) return;
  event.preventDefault();
  closeDialog(event.target.closest("[role=dialog]"), pressed);
});
