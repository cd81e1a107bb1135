/* Keys and a presenter's clicker; not while somebody types, a dialog is open, or the key belongs to what has the
 * focus. */
import { isDialogOpen, openDialog } from "../shared/dialog.js";
import { at } from "../shared/dom.js";
import { toggleFullScreen } from "../shared/fullscreen.js";

const ACTIONS = {
  " ": "next",
  ArrowRight: "next",
  PageDown: "next",
  ArrowLeft: "back",
  PageUp: "back",
  u: "undo",
  p: "pause",
  q: "qr",
  b: "blank",
  ".": "blank",
  f: "full",
  "?": "help",
};
const TYPING = "input:not([type=checkbox], [type=radio], [type=range]), textarea";
const PAGES = ["PageDown", "PageUp"];

export function createKeys(actions) {
  const all = {
    ...actions,
    full: toggleFullScreen,
    help: () => openDialog(at("keys")),
  };

  function press(key) {
    const action = ACTIONS[key.length === 1 ? key.toLowerCase() : key];
    if (action) all[action]();
    return Boolean(action);
  }

  /* A key that is held, or the second half of a double click, is not another press. */
  document.addEventListener("keydown", held, true);
  document.addEventListener("click", doubled, true);

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || isDialogOpen()) return;
    const focus = document.activeElement;
    if (focus?.matches(TYPING)) return;
    // A focused list or slider keeps its keys, but a clicker's pages go on; a radio keeps its arrows, a button its
    // space.
    if (focus?.matches("select") && !PAGES.includes(event.key)) return;
    if (focus?.matches("[type=radio], [type=range]") && event.key.startsWith("Arrow")) return;
    if (event.key === " " && focus?.matches("button, a, summary, [type=checkbox], [type=radio]")) return;
    if (press(event.key)) event.preventDefault();
  });

  at("open-keys").addEventListener("click", all.help);
  if (!("BroadcastChannel" in window)) return;
  // The projector's window of this browser passes on what is pressed there.
  new BroadcastChannel("projector").addEventListener("message", ({ data }) => {
    const ours = !data?.of || at("projector-link").dataset.page === data.of;
    if (data?.type === "key" && ours && !isDialogOpen()) press(data.key);
  });
}

function held(event) {
  if (event.repeat && event.key === "Enter" && event.target.matches?.("button, summary, a")) event.preventDefault();
}

function doubled(event) {
  if (event.detail < 2 || !event.target.closest?.("button[aria-pressed]")) return;
  event.preventDefault();
  event.stopPropagation();
}
