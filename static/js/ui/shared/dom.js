/* What every page does with its browser: <template>s, texts, drawing part by part, keeping a little. Never markup. */

/** The element of the page with this id. */
export const at = (id) => document.getElementById(id);

/** A copy of the first element in the page's <template id>, with its data-part elements by name in `.parts`. */
export function copy(id) {
  const node = at(id).content.firstElementChild.cloneNode(true);
  const parts = {};
  for (const part of node.querySelectorAll("[data-part]")) parts[part.dataset.part] = part;
  return { node, parts };
}

/* What was last written where. The page itself does not tell: a browser that translates has put other words there. */
const written = new WeakMap();

/** Set an element's text; writes only what changed, so that nothing is read out twice or translated again. */
export function write(element, text) {
  if (written.get(element) === text) return;
  written.set(element, text);
  element.textContent = text;
}

/** Set an element's text and hide it while that is empty. */
export function say(element, text) {
  const hidden = (text ?? "") === "";
  if (element.hidden !== hidden) element.hidden = hidden;
  if (!hidden) write(element, text);
}

const called = document.title;

/** Name the window after where the game is, as tabs and screen readers tell it, before what the page is called. */
export function nameWindow(...where) {
  document.title = [...where, called].filter(Boolean).join(" · ");
}

/** Like `say`, but what is said no more leaves its place empty until it is drawn again, so that nothing moves up under
 * a thumb that is just coming down. */
export function sayStill(element, text) {
  const was = element.classList.contains("unsaid");
  if (!element.classList.toggle("unsaid", !text && !element.hidden && !was)) say(element, text);
}

/** Make `list` hold one child per item, reusing the children it has; `make(index)` makes a missing one, `fill(child,
 * item, index)` updates it. */
export function fillList(list, items, make, fill) {
  const children = (list.filled ??= []);
  while (children.length > items.length) children.pop().node.remove();
  items.forEach((item, index) => {
    if (!children[index]) {
      children[index] = make(index);
      list.append(children[index].node);
    }
    fill(children[index], item, index);
  });
}

/** Set a bar's length to `share` (0–1) of its 100 units. */
export function setBar(rect, share) {
  rect.setAttribute("width", String(Math.round(Math.max(0, Math.min(1, share)) * 100)));
}

/** Set a property of an element only when it is another one, so that nothing is laid out or read out for nothing. */
export function put(element, property, value) {
  if (property === "textContent") write(element, value);
  else if (element[property] !== value) element[property] = value;
}

/** Show what is said about this trouble with the connection; "" is the usual words, where there are any. */
export function showTrouble(trouble) {
  for (const part of document.querySelectorAll("[data-trouble]")) part.hidden = part.dataset.trouble !== trouble;
}

/** Show why what is done is not stored now; "" shows nothing. */
export function showUnstored(why) {
  at("not-stored").hidden = !why;
  if (why) for (const part of at("not-stored").querySelectorAll("[data-why]")) part.hidden = part.dataset.why !== why;
}

let told = () => {};

/** `tell` is called when a part of this page could not be drawn. */
export function whenDrawingFails(tell) {
  told = tell;
}

/** Draw each of the parts (functions). What goes wrong in one is told on the page and reaches the console as it was. */
export function drawEach(...parts) {
  for (const part of parts) {
    try {
      part();
    } catch (error) {
      setTimeout(() => {
        throw error;
      });
      told();
    }
  }
}

/* A browser may keep nothing (private windows, cookies off, full): then the page goes on without, as if it had
 * never been kept. Nothing that counts is only kept here. Anything but the browser's own refusal is a mistake of
 * ours and shows as one. */
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

/** Forget everything that was kept under a key that begins so. */
export function forgetAll(store, prefix) {
  try {
    for (const key of Object.keys(window[store])) if (key.startsWith(prefix)) window[store].removeItem(key);
  } catch (error) {
    keepsNothing(error);
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

const RELOADED = "reloaded-at";
const LOOP_MS = 5000;

/** Make the page anew and answer true; but not again and again, within `within` ms. */
export function startAgain(within = LOOP_MS) {
  if (Date.now() - Number(recall("sessionStorage", RELOADED)) < within) return false;
  remember("sessionStorage", RELOADED, String(Date.now()));
  location.reload();
  return true;
}
