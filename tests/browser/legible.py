"""Looks at a projector's page as somebody ten metres away: what is too small, cut off, or lies over something else."""

from playwright.sync_api import Page, ViewportSize

LEAST_VH = 3.3  # DISCAS, analytical decision making: 3.3 % of the height of the image
CODE_VH = 14.0
CLOCK_VH = 20.0
SIZES: tuple[ViewportSize, ...] = ({"width": 1920, "height": 1080}, {"width": 1024, "height": 768})

SETTLE = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
# Every line of text that can be seen, with its box and its size in hundredths of the height; a cover hides what is under it.
# What shows only while the pointer moves is for the hand beside the screen, not for the room.
FIND = """({ least, code, clock }) => {
  const found = new Set();
  const vh = innerHeight / 100;
  const at = (id) => document.getElementById(id);
  const known = new Map();
  const styles = new Map();
  /* What is asked of the same element for many lines is worked out once. */
  function once(map, element, find) {
    if (!map.has(element)) map.set(element, find(element));
    return map.get(element);
  }
  const styleOf = (element) => once(styles, element, getComputedStyle);
  const isSmall = (size, most) => size < most - 0.005;
  const isCovered = (element) =>
    once(known, element, (one) => {
      if (one === document.body) return false;
      if (one.matches(".visually-hidden, .foot-tools")) return true;
      return styleOf(one).clipPath.startsWith("inset(50") || isCovered(one.parentElement);
    });
  const isHidden = (element) => isCovered(element) || !element.checkVisibility({ visibilityProperty: true });
  const sizeOf = (element) => {
    const scale = element.closest("svg") && element.getScreenCTM ? element.getScreenCTM().a : 1;
    return (parseFloat(styleOf(element).fontSize) * scale) / vh;
  };
  const isWithin = (line, box) =>
    line.left > box.left - 1 && line.right < box.right + 1 && line.top > box.top - 1 && line.bottom < box.bottom + 1;
  const screen = { left: 0, right: innerWidth, top: 0, bottom: innerHeight };

  /* The lines of a text as boxes of its letters, without what may stand above or below them. */
  function linesOf(node, element) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const name = node.textContent.trim().slice(0, 30);
    return [...range.getClientRects()].filter((box) => box.width >= 1 && box.height >= 1).map((box) => {
      const half = Math.min(box.height, sizeOf(element) * vh) * 0.3;
      const middle = (box.top + box.bottom) / 2;
      return { name, node, element, left: box.left, right: box.right, top: middle - half, bottom: middle + half };
    });
  }

  const texts = [];
  const main = at("cover").checkVisibility() ? at("cover") : document.querySelector("main");
  const foot = document.body.dataset.cover === "blank" ? null : document.querySelector(".foot");
  for (const root of [at("link-state"), main, foot]) {
    if (!root?.checkVisibility()) continue;
    const walk = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (node.textContent.trim() && !isHidden(node.parentElement)) texts.push(node);
    }
  }
  const lines = texts.flatMap((node) => linesOf(node, node.parentElement));
  for (const { name, element, ...line } of lines) {
    if (isSmall(sizeOf(element), least)) found.add(`${sizeOf(element).toFixed(2)} vh: ${name}`);
    if (!isWithin(line, screen)) found.add(`off the screen: ${name}`);
    for (let one = element; one !== document.body; one = one.parentElement) {
      const isCut = styleOf(one).overflowX !== "visible" && !isWithin(line, one.getBoundingClientRect());
      if (isCut) found.add(`cut off by ${one.id || one.className}: ${name}`);
    }
  }
  /* A word that goes on in the next line without a hyphen; what a person typed may be longer than a line. */
  for (const node of texts) {
    if (node.parentElement.closest("svg, .wall, .cloud, .card-text") || node.textContent.length > 200) continue;
    const range = document.createRange();
    for (const { 0: word, index } of node.textContent.matchAll(/[\\p{L}\\p{N}]{2,20}/gu)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const tops = [...range.getClientRects()].map(({ top }) => Math.round(top));
      if (Math.max(...tops) - Math.min(...tops) > vh) found.add(`broken: ${word}`);
    }
  }
  lines.forEach((one, index) => {
    for (const other of lines.slice(index + 1)) {
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      if (one.node !== other.node && wide > 1 && high > 1) found.add(`over each other: ${one.name} and ${other.name}`);
    }
  });
  for (const element of document.querySelectorAll("html, body, body *:not(svg *)")) {
    const isFree = element === document.documentElement || /auto|scroll/.test(styleOf(element).overflow);
    if (!isFree || !element.checkVisibility() || element.closest(".visually-hidden")) continue;
    const over = [element.scrollWidth - element.clientWidth, element.scrollHeight - element.clientHeight];
    if (Math.max(...over) > 1) found.add(`scrolls by ${over}: ${element.tagName} ${element.id}`);
  }
  for (const [selector, most] of [[".lobby-code", code], ["#clock", clock], ["#time-out-clock", clock]]) {
    for (const element of document.querySelectorAll(selector)) {
      const size = sizeOf(element);
      if (element.textContent && !isHidden(element) && isSmall(size, most)) found.add(`${size.toFixed(2)} vh: ${selector}`);
    }
  }
  return [...found];
}"""


def misread(page: Page, state: str, sizes: tuple[ViewportSize, ...] = SIZES) -> list[str]:
    """Return what cannot be read at ten metres at both `sizes` of screen, each with `state`; the page keeps the last size."""
    found = []
    for size in sizes:
        page.set_viewport_size({"width": size["width"], "height": size["height"]})
        page.evaluate(SETTLE)
        found += [f"{state}, {size['width']} wide: {line}" for line in unread(page)]
    return found


def unread(page: Page) -> list[str]:
    """Return what cannot be read at ten metres on the page as it stands."""
    found: list[str] = page.evaluate(FIND, {"least": LEAST_VH, "code": CODE_VH, "clock": CLOCK_VH})
    return found
