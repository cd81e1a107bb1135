/* Taking back what this browser wrote, and putting it back again, a write at a time. */

/** Make the buttons of `form` work: `store()` what waits first, `inTurn(work)` waits for what was asked before,
 * `ask(body)` asks the server, `take(told)` shows what it says. */
export function createSteps(form, { store, inTurn, ask, take, say, says }) {
  const { undo, redo } = form.elements;

  async function pressed(event) {
    event.preventDefault();
    const button = event.currentTarget;
    await store();
    inTurn(() => step(button.name)).catch((error) => say(error.message));
  }

  async function step(name) {
    const body = new FormData();
    body.append(name, "1");
    const told = await ask(body);
    if (told.undone.some((field) => !document.getElementById(field))) {
      location.assign(`${location.pathname}?part=${told.part}`);
      return;
    }
    take(told);
    say(told.undone.length ? says[`${name}ne`] : says.nothing);
    document.getElementById(told.undone[0])?.focus();
  }
  for (const button of [undo, redo]) button.addEventListener("click", pressed);

  return {
    /** What there is to take back and to put back now. */
    draw({ can_undo: canUndo, can_redo: canRedo }) {
      undo.disabled = !canUndo;
      redo.disabled = !canRedo;
    },
  };
}
