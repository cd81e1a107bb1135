/* How a world is played, beside its fields: the real page of a phone or the big screen, as the world is now. */
const preview = document.getElementById("preview");
const frame = document.getElementById("preview-frame");
const screen = document.getElementById("preview-screen");
const moment = document.getElementById("preview-state");

/** Show it as it is stored at this revision; does nothing where there is no room for it. */
export function refresh(revision) {
  if (preview.hidden || !preview.offsetParent) return;
  preview.dataset.screen = screen.value;
  const query = new URLSearchParams({ state: moment.value, revision });
  frame.contentWindow.location.replace(`${frame.dataset.path}${screen.value}/?${query}`);
}

/** Let it be seen, and follow what is picked; `revision()` is the newest one. */
export function showPreview(revision) {
  preview.hidden = false;
  for (const select of [screen, moment]) select.addEventListener("change", () => refresh(revision()));
  refresh(revision());
}
