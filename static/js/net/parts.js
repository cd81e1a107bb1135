/* Parts of a page that are not needed at first: each is fetched at its first use, and only over a connection that
 * works.
 *
 * A browser may remember, as long as a page lives, that a module did not come. So nothing is asked for that cannot
 * come now, and after a second miss the page is made anew: once the server was heard again, for a page without a
 * connection would be lost. */
const AGAIN_MS = 4000;

/** Make parts: `heardSince(moment)` tells whether there is a connection that brought something since then, `anew()`
 * makes the page anew (false: not again so soon), and `changed()` is called when a part came, did not come, or can
 * be asked for again. */
export function createParts({ heardSince, anew, changed }) {
  /** A part that `load()` fetches and `make` makes of what came; `here` is null until then. */
  return function createPart(load, make) {
    const part = { here: null, isMissed: false, bring };
    let isBusy = false;
    let misses = 0;
    let missedAt = -Infinity;

    function bring() {
      if (part.here || isBusy || !heardSince(missedAt) || (misses > 1 && anew())) return;
      isBusy = true;
      load().then(come, miss);
    }

    function come(found) {
      part.isMissed = false;
      part.here = make(found);
      changed();
    }

    /* The page says it; nobody reads the console of a phone. */
    function miss() {
      part.isMissed = true;
      misses += 1;
      missedAt = performance.now();
      setTimeout(again, AGAIN_MS);
      changed();
    }

    function again() {
      isBusy = false;
      changed();
      if (!isBusy) setTimeout(again, AGAIN_MS);
    }

    return part;
  };
}
