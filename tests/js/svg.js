/* As much of a page as a picture needs: elements with a tag, attributes and children. */

class Element {
  constructor(tag) {
    Object.assign(this, { tag, attributes: {}, children: [], parent: null, heard: {} });
    this.classList = {
      add: (name) => this.setAttribute("class", `${this.attributes.class ?? ""} ${name}`.trim()),
      remove: (name) => {
        const names = (this.attributes.class ?? "").split(" ");
        this.setAttribute("class", names.filter((one) => one !== name).join(" "));
      },
    };
  }
  get firstElementChild() {
    return this.children[0] ?? null;
  }
  get nextElementSibling() {
    return this.parent?.children[this.parent.children.indexOf(this) + 1] ?? null;
  }
  setAttribute(name, value) {
    this.attributes[name] = value;
  }
  removeAttribute(name) {
    delete this.attributes[name];
  }
  addEventListener(kind, listener) {
    this.heard[kind] = listener;
  }
  append(...nodes) {
    for (const node of nodes) this.insertBefore(typeof node === "string" ? new Element("#text") : node, null);
  }
  insertBefore(node, next) {
    node.remove();
    const place = next ? this.children.indexOf(next) : this.children.length;
    this.children.splice(place, 0, node);
    node.parent = this;
  }
  remove() {
    if (!this.parent) return;
    this.parent.children.splice(this.parent.children.indexOf(this), 1);
    this.parent = null;
  }
  replaceWith(node) {
    const { parent } = this;
    parent.insertBefore(node, this);
    this.remove();
  }
}

/** Give this process a document that makes such elements. */
export function bringSvg() {
  globalThis.document = { ...globalThis.document, createElementNS: (_, tag) => new Element(tag) };
}
export const host = () => new Element("div");

/** An element as text, as a picture is drawn; that it has just arrived is left out. */
export function written({ tag, attributes, children }) {
  const told = Object.entries({ ...attributes, class: (attributes.class ?? "").replace(/ ?s-arrive/, "") });
  const names = told
    .filter(([, value]) => value !== "")
    .sort()
    .map(([name, value]) => ` ${name}="${value}"`);
  return `<${tag}${names.join("")}>${children.map(written).join("")}</${tag}>`;
}
