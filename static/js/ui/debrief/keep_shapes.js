/* Streets in a kept page: what they have in common is in it once. They are most of the file, and mostly alike. */
import { shortened } from "../street/shortened.js";
import { svg } from "../shared/svg.js";

const CLASS = /\.s-[\w-]+/g;
const COMBINED = /[^\s,>+~][\s>+~]+[^\s,>+~]/;

/** Shorten the paths of the streets in `body`, and let every one that comes again be a <use> of the first. `selectors`
 * are those of the page's style sheets: a shape whose looks hang on where it stands keeps its class there. */
export function shareShapes(body, selectors) {
  const placed = new Set(selectors.filter((one) => COMBINED.test(one)).flatMap((one) => one.match(CLASS) ?? []));
  const alike = new Map();
  for (const path of body.querySelectorAll(".s-street path")) {
    path.setAttribute("d", shortened(path.getAttribute("d")));
    const shape = path.cloneNode();
    if ([...path.classList].some((name) => placed.has(`.${name}`))) shape.removeAttribute("class");
    const found = alike.get(shape.outerHTML) ?? { shape, paths: [] };
    alike.set(shape.outerHTML, found);
    found.paths.push(path);
  }
  const shared = [...alike.values()].filter(({ paths }) => paths.length > 1);
  shared.forEach(({ shape, paths }, index) => {
    shape.id = `s${index.toString(36)}`;
    for (const path of paths) path.replaceWith(usedOf(path, shape));
  });
  const first = svg("defs", {}, ...shared.map(({ shape }) => shape));
  body.append(svg("svg", { width: 0, height: 0, "aria-hidden": "true" }, first));
}

function usedOf(path, shape) {
  const used = svg("use", { href: `#${shape.id}` });
  if (!shape.hasAttribute("class")) used.setAttribute("class", path.getAttribute("class"));
  return used;
}
