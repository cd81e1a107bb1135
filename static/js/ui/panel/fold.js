/* A <details> that lies over what is under it, as a menu does: Escape folds it, and so does whatever is pressed or
 * focused outside. */

/** Fold `menu` as a menu folds; its summary gets the focus back where that was inside. */
export function createFold(menu) {
  function fold() {
    const within = menu.contains(document.activeElement);
    menu.open = false;
    if (within) menu.querySelector("summary").focus();
  }

  document.addEventListener("keydown", (event) => {
    if (!menu.open || event.key !== "Escape") return;
    event.preventDefault();
    fold();
  });
  for (const kind of ["pointerdown", "focusin"]) {
    document.addEventListener(kind, ({ target }) => {
      if (menu.open && !menu.contains(target)) menu.open = false;
    });
  }
}
