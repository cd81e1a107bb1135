/* A field is as tall as what stands in it, within limits: nothing that one reads is cut off. */
const MOST_ROWS = 16;

function fit(field) {
  while (field.scrollHeight > field.clientHeight + 2 && field.clientHeight && field.rows < MOST_ROWS) field.rows += 1;
}

/** Keep the fields of these forms tall enough, as one types and as folds are opened. */
export function keepTall(forms) {
  for (const form of forms) {
    const fitAll = () => form.querySelectorAll("textarea").forEach(fit);
    form.addEventListener("input", ({ target }) => target.matches("textarea") && fit(target));
    form.closest("details").addEventListener("toggle", fitAll);
    fitAll();
  }
}
