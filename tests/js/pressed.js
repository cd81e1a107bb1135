/* Draws what a wall shows of one table at every press of its pictures: `node pressed.js FILE`, with FILE as JSON
 * {structure, games: [{name, picture, shown: [what it is drawn of, press by press], views, last}]}. Prints every press
 * up to the `last` that changes nothing, and every one after it that does, a line each. Sentences are their codes. */
import { readFileSync } from "node:fs";
import { bring } from "./page.js";

const { structure, games } = JSON.parse(readFileSync(process.argv[2], "utf8"));

/* As much of an element as a picture asks for; `told` is how it is drawn. */
class Element {
  constructor(tag) {
    Object.assign(this, { tag, attributes: {}, children: [], dataset: {}, parent: null });
    this.style = { setProperty: (name, value) => (this.attributes[name] = value) };
    const names = () => new Set((this.className || "").split(" ").filter(Boolean));
    const keep = (set) => (this.className = [...set].join(" "));
    this.classList = {
      add: (name) => keep(names().add(name)),
      toggle: (name, isOn) => keep(new Set([...names()].filter((one) => one !== name).concat(isOn ? [name] : []))),
    };
  }
  get tagName() {
    return this.tag.toUpperCase();
  }
  get tBodies() {
    return this.children.filter(({ tag }) => tag === "tbody");
  }
  get firstElementChild() {
    return this.children.find((child) => child instanceof Element) ?? null;
  }
  get nextElementSibling() {
    return this.parent?.children[this.parent.children.indexOf(this) + 1] ?? null;
  }
  setAttribute(name, value) {
    this.attributes[name] = value;
  }
  getAttribute(name) {
    return this.attributes[name] ?? null;
  }
  removeAttribute(name) {
    delete this.attributes[name];
  }
  addEventListener() {}
  append(...nodes) {
    for (const node of nodes) this.insertBefore(node, null);
  }
  prepend(...nodes) {
    this.children.unshift(...nodes);
  }
  replaceChildren(...nodes) {
    this.children = [...nodes];
  }
  insertBefore(node, next) {
    if (node instanceof Element) {
      node.remove();
      node.parent = this;
    }
    this.children.splice(next ? this.children.indexOf(next) : this.children.length, 0, node);
  }
  remove() {
    if (this.parent) this.parent.children.splice(this.parent.children.indexOf(this), 1);
    this.parent = null;
  }
  replaceWith(node) {
    this.parent.insertBefore(node, this);
    this.remove();
  }
  get told() {
    const { tag, attributes, dataset, className = "", children, textContent = "" } = this;
    const [, id] = /^chart-(\d+)/.exec(attributes.id ?? attributes["aria-labelledby"] ?? "") ?? [];
    const plain = JSON.stringify([attributes, dataset, className]).replaceAll(`chart-${id}`, "chart");
    return `<${tag} ${plain}>${textContent}${children.map((child) => child.told ?? child).join("")}</${tag}>`;
  }
}

bring({ structure, words: {} });
const make = (tag) => new Element(tag);
const documentElement = { dataset: {} };
Object.assign(globalThis.document, { documentElement, createElement: make, createElementNS: (_, tag) => make(tag) });
class Observer {
  observe() {}
  unobserve() {}
}
const seen = { MutationObserver: Observer, ResizeObserver: Observer, IntersectionObserver: Observer };
Object.assign(globalThis, seen, { requestAnimationFrame() {} });
globalThis.matchMedia = () => ({ matches: true, addEventListener() {} });

const from = "../../static/js/ui/debrief";
const { fetchWorld } = await import(`${from}/world.js`);
const { WALLS } = await import(`${from}/walls.js`);
const { fetchPictures, pictureOf } = await import(`${from}/pictures.js`);
const word = (code, params = {}) => [code, ...Object.values(params)].join(" ");
await fetchWorld();
await fetchPictures([...new Set(games.map(({ picture }) => picture))]);

for (const { name, picture, shown, views, last } of games) {
  let before = null;
  for (const [beat, view] of views.entries()) {
    const drawing = pictureOf(view);
    const nodes = drawing.one(shown[beat], { view, word, wall: true, walls: WALLS, most: 30 });
    const told = (drawing.head?.(view, [shown[beat]], word) ?? "") + nodes.map((node) => node.told).join("");
    if (told === before && beat <= last) console.log(`${name}: ${picture} ${beat} changes nothing`);
    if (told !== before && beat > last) console.log(`${name}: ${picture} ${beat} is not pressed`);
    before = told;
  }
}
