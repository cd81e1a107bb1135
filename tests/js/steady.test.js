/* A page scrolls along with what somebody is at; one that has just opened stays at its top while its parts come in. */
import assert from "node:assert/strict";
import { test } from "node:test";

const heard = {};
const scrolled = [];
let above = 0; // what stands above the text in the middle
const text = {
  isConnected: true,
  getBoundingClientRect: () => ({ top: above - window.scrollY }),
  getClientRects: () => [1],
  closest: () => text,
};
globalThis.innerWidth = 390;
globalThis.innerHeight = 844;
globalThis.window = { scrollY: 0, scrollBy: (x, y) => scrolled.push(y) };
globalThis.document = {
  body: { classList: { contains: () => false } },
  activeElement: null,
  addEventListener: (type, act) => (heard[type] = act),
  querySelector: () => ({ contains: () => true }),
  elementFromPoint: () => text,
};
const { steady } = await import("../../static/js/ui/shared/steady.js");

function comes(height) {
  scrolled.length = 0;
  steady(() => (above += height));
  return [...scrolled];
}

test("what comes late leaves a page that has just opened at its top", () => {
  assert.deepEqual(comes(190), []);
});

test("who has scrolled stays with what is read", () => {
  window.scrollY = 300;
  assert.deepEqual(comes(190), [190]);
  window.scrollY = 0;
});

test("who has touched something stays with it, also at the top", () => {
  heard.pointerdown({ target: text });
  assert.deepEqual(comes(40), [40]);
});

test("a notice that goes leaves its place until the next drawing, which closes it", async () => {
  const { sayStill } = await import("../../static/js/ui/shared/dom.js");
  const names = new Set();
  const classList = {
    contains: (name) => names.has(name),
    toggle: (name, on) => (on ? names.add(name) : names.delete(name), on),
  };
  const notice = { hidden: true, textContent: "", classList };
  const seen = ["", "Too late", "", "", "Again", "", "Again"].map((text) => {
    sayStill(notice, text);
    return notice.hidden ? "closed" : names.has("unsaid") ? "empty" : notice.textContent;
  });

  assert.deepEqual(seen, ["closed", "Too late", "empty", "closed", "Again", "empty", "Again"]);
});
