/* Another language makes a page anew. This keeps where one was – how far it was scrolled, what lay open, what was
 * filled in – and puts that back, once. */
import { recall, remember } from "./dom.js";

const KEY = "kept-place";
const FRESH_MS = 30000;
const FIELDS = "main :is(input, select, textarea):not([type=hidden], [type=password], [type=file])";

/* Where an element is in the page, the same in every language. */
function pathOf(node) {
  const steps = [];
  for (let at = node; at && at !== document.documentElement; at = at.parentElement) {
    if (at.id) return [`#${CSS.escape(at.id)}`, ...steps].join(" > ");
    steps.unshift(`:nth-child(${[...at.parentElement.children].indexOf(at) + 1})`);
  }
  return steps.join(" > ");
}

const listOf = (selector, is, value) =>
  [...document.querySelectorAll(selector)].filter(is).map((node) => [pathOf(node), value(node)]);
const isTick = (node) => node.type === "radio" || node.type === "checkbox";

/** Keep the place on this page, with what only the page itself knows (`more`). */
export function keepPlace(more = {}) {
  const place = {
    more,
    at: Date.now(),
    path: location.pathname,
    top: window.scrollY,
    folds: listOf(
      "details",
      () => true,
      (node) => node.open,
    ),
    inner: listOf(
      "main, main *",
      (node) => node.scrollTop > 0,
      (node) => node.scrollTop,
    ),
    // Where a socket brings what is chosen, the server knows that, and the page keeps what is typed.
    fields: document.body.dataset.socket
      ? []
      : listOf(
          FIELDS,
          () => true,
          (node) => (isTick(node) ? node.checked : node.value),
        ),
  };
  remember("sessionStorage", KEY, JSON.stringify(place));
}

/** Put back what was kept of this page a moment ago; `is(more)` tells whether it is still about the same,
 * `first(more)` puts back what the page itself kept. */
export function putBack({ is = () => true, first = () => {} } = {}) {
  const kept = recall("sessionStorage", KEY);
  remember("sessionStorage", KEY, null);
  const place = kept && JSON.parse(kept);
  if (!place || place.path !== location.pathname || Date.now() - place.at > FRESH_MS || !is(place.more)) return;
  first(place.more);
  each(place.folds, (node, open) => (node.open = open));
  each(place.fields, (node, value) => (isTick(node) ? (node.checked = value) : (node.value = value)));
  each(place.inner, (node, top) => (node.scrollTop = top));
  window.scrollTo(0, place.top);
}

function each(list, put) {
  for (const [path, value] of list) {
    const node = document.querySelector(path);
    if (node) put(node, value);
  }
}

/** Keep the place, and what `more()` answers, whenever this page's language is switched. */
export function keepAtSwitch(more = () => ({})) {
  for (const form of document.querySelectorAll("form.language"))
    form.addEventListener("submit", () => keepPlace(more()));
}
