/* Which release of the game this page is of, and how it makes place for the one that the server is of now. */
import { recall, remember } from "../ui/shared/dom.js";

const LOADED = "loaded-for";
const LOOK_MS = 500;

/** The release of this page: a part of its scripts' addresses; "" where that is not known. */
export const own = /\/static\/([0-9a-f]+)\//.exec(document.querySelector("script[type=module]")?.src ?? "")?.[1] ?? "";

/* Somebody would lose what they are writing. */
function isTyping() {
  const field = document.activeElement;
  return Boolean(field?.matches("input, textarea") && field.value);
}

/** Load this page again, as `release` has it, once `isBusy()` is false and nobody is typing. Only once for a release:
 * two servers may answer by turns while one takes the place of the other. */
export function makePlaceFor(release, isBusy) {
  if (recall("sessionStorage", LOADED) === release) return;
  const looking = setInterval(() => {
    if (isBusy() || isTyping()) return;
    clearInterval(looking);
    remember("sessionStorage", LOADED, release);
    if (recall("sessionStorage", LOADED) === release) location.reload();
  }, LOOK_MS);
}
