/* The projector's window: full screen, keys that the panel of this browser hears, and where this window stands. */
import { at, remember } from "../shared/dom.js";
import { toggleFullScreen } from "../shared/fullscreen.js";

const PASSED_ON = [" ", "ArrowRight", "ArrowLeft", "PageDown", "PageUp", "p", "P", "q", "Q", "b", "B", ".", "?"];
const CALM_MS = 3000;

export function createWindow() {
  const channel = "BroadcastChannel" in window ? new BroadcastChannel("projector") : null;
  let calm = 0;

  /* What can be pressed shows while the pointer moves or has the focus, and is out of the way otherwise. */
  function stir() {
    document.body.classList.remove("is-calm");
    clearTimeout(calm);
    calm = setTimeout(() => document.body.classList.add("is-calm"), CALM_MS);
  }

  remember("sessionStorage", "projector", "1"); // a panel in this tab then keeps the undercurrent to itself
  at("full").addEventListener("click", toggleFullScreen);
  document.addEventListener("pointermove", stir);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
    if (event.key === "f" || event.key === "F") return toggleFullScreen();
    if (event.key === " " && document.activeElement?.matches("button")) return;
    if (!PASSED_ON.includes(event.key)) return;
    event.preventDefault();
    channel?.postMessage({ type: "key", key: event.key, of: location.pathname });
  });
  channel?.addEventListener("message", ({ data }) => {
    if (data?.type !== "where") return;
    channel.postMessage({ type: "here", id: data.id, x: screenX, y: screenY, width: outerWidth, height: outerHeight });
  });
  stir();
}
