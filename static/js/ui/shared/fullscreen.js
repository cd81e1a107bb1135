/* The whole screen for this window, where the browser has that and allows it; older Safaris call it by another name. */

/* Without a press of one's own a browser refuses with a TypeError: the window then stays as it is, as everyone sees. */
function refused(error) {
  if (!(error instanceof TypeError)) throw error;
}

/** Fill the screen, or give it back. */
export function toggleFullScreen() {
  const root = document.documentElement;
  const isFull = document.fullscreenElement || document.webkitFullscreenElement;
  const [owner, does] = isFull
    ? [document, document.exitFullscreen || document.webkitExitFullscreen]
    : [root, root.requestFullscreen || root.webkitRequestFullscreen];
  does?.call(owner)?.catch(refused);
}
