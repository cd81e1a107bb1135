/* Which release of the game this page is of, and how it makes place for the one that the server is of now. */
import { recall, remember } from "../ui/shared/dom.js";

const KEY = "release";

/** The release of this page: a part of its scripts' addresses; "" where that is not known. */
export const own = /static\/(\w+)/.exec(document.querySelector("script[type=module]")?.src)?.[1] ?? "";

/** Load this page again, as `release` has it, once `isBusy()` is false and nobody is writing. Only once for a release:
 * two servers may answer by turns while one takes the place of the other. */
export function makePlaceFor(release, isBusy) {
  const field = document.activeElement;
  if (recall("sessionStorage", KEY) === release) return;
  if (isBusy() || (field?.matches(":read-write") && field.value)) {
    setTimeout(makePlaceFor, 500, release, isBusy);
  } else {
    remember("sessionStorage", KEY, release);
    if (recall("sessionStorage", KEY)) location.reload(); // a browser that keeps nothing would never stop
  }
}
