/* From shapes to the page: makes them once, and turns a drawn picture into the next one. What stays keeps its node,
 * so that style sheets move it; what is new arrives; what is gone is gone. Never reads the page back. */
const NS = "http://www.w3.org/2000/svg";

/** The element of a shape, with all that is in it. */
export function build(shape) {
  const node = document.createElementNS(NS, shape.tag);
  for (const name in shape.attributes) node.setAttribute(name, shape.attributes[name]);
  for (const child of shape.children) node.append(build(child));
  return node;
}

/** Turn `node`, drawn from `was`, into `now`; both have the same tag. Answers the node. */
export function patch(node, was, now) {
  if (was === now) return node;
  for (const name in was.attributes) if (!(name in now.attributes)) node.removeAttribute(name);
  for (const name in now.attributes) {
    if (was.attributes[name] !== now.attributes[name]) node.setAttribute(name, now.attributes[name]);
  }
  patchChildren(node, was.children, now.children);
  return node;
}

function patchChildren(node, was, now) {
  if (!was.length && !now.length) return;
  const drawn = [...node.children].map((child, index) => ({ node: child, shape: was[index] }));
  const named = new Map(drawn.filter(({ shape }) => shape.key !== null).map((one) => [one.shape.key, one]));
  const plain = drawn.filter(({ shape }) => shape.key === null);
  const kept = new Set();
  const wanted = now.map((shape) => {
    const match = shape.key === null ? plain[0] : named.get(shape.key);
    if (match?.shape.tag !== shape.tag) return arrived(shape);
    if (shape.key === null) plain.shift();
    kept.add(match.node);
    return patch(match.node, match.shape, shape);
  });
  for (const { node: old } of drawn) if (!kept.has(old)) old.remove();
  let next = node.firstElementChild;
  for (const child of wanted) {
    if (child === next) next = next.nextElementSibling;
    else node.insertBefore(child, next);
  }
}

function arrived(shape) {
  const node = build(shape);
  node.classList.add("s-arrive");
  node.addEventListener("animationend", () => node.classList.remove("s-arrive"), { once: true });
  return node;
}
