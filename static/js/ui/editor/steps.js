/* Taking back what this browser wrote, and putting it back again, a write at a time. */

/** Make the buttons of `form` work: `store()` what waits first, `ask(body)` the server, `take(told)` what it says. */
export function createSteps(form, { store, ask, take, say, says }) {
  const { undo, redo } = form.elements;

  async function step(event) {
    event.preventDefault();
    const button = event.currentTarget;
    await store();
    const body = new FormData();
    body.append(button.name, "1");
    try {
      const told = await ask(body);
      if (told.undone.some((name) => !document.getElementById(name))) {
        location.assign(`${location.pathname}?part=${told.part}`);
        return;
      }
      take(told);
      say(told.undone.length ? says[`${button.name}ne`] : says.nothing);
      document.getElementById(told.undone[0])?.focus();
    } catch (error) {
      say(error.message);
    }
  }
  for (const button of [undo, redo]) button.addEventListener("click", step);

  return {
    /** What there is to take back and to put back now. */
    draw({ can_undo: canUndo, can_redo: canRedo }) {
      undo.disabled = !canUndo;
      redo.disabled = !canRedo;
    },
  };
}
