/* What a browser remembers of this page for itself. A browser may keep nothing (private windows, cookies off, full): then the
 * page goes on without, and everything here answers as if it had never been kept. Nothing that counts is only kept here. */

/* Only the browser's own refusal to keep things is meant; anything else is a mistake of ours and shows as one. */
function keepsNothing(error) {
  if (!(error instanceof DOMException)) throw error;
}

/** What was kept in "sessionStorage" or "localStorage" under `key`, else null. */
export function recall(store, key) {
  try {
    return window[store].getItem(key);
  } catch (error) {
    keepsNothing(error);
    return null;
  }
}

/** Keep a text under `key`; null forgets it. Answers whether the browser did. */
export function remember(store, key, text) {
  try {
    if (text === null) window[store].removeItem(key);
    else window[store].setItem(key, text);
    return true;
  } catch (error) {
    keepsNothing(error);
    return false;
  }
}
