/* The server's clock: moments come on it and are compared with it, never with this computer's own. */
let offset = 0;

/** Take in the server's time that came with a screen, in ms since 1970. */
export function heardAt(serverMs) {
  offset = serverMs - performance.now();
}

/** The server's time now, in ms since 1970. */
export function serverNow() {
  return offset + performance.now();
}
