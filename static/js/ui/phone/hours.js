/* The hours of a professional as a bar: a piece for each task that gets some, with its sign; what the purse does not
 * pay stands past the line at its end. */

const NS = "http://www.w3.org/2000/svg";
const HIGH = 26;
const SIGN = 20;

/** An SVG element with its attributes. */
export function shape(tag, attributes) {
  const node = document.createElementNS(NS, tag);
  for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, String(value));
  return node;
}

/** Draw `items` (acts per task) into the svg `bar`, whose width is the limit or, over it, what was chosen; `signs`
 * has an element or null per task. */
export function drawHours(bar, { limit, figures }, items, signs) {
  const hours = items.map((item) => figures.find((one) => one.kind === "act" && one.option === item)?.hours ?? 0);
  const used = hours.reduce((sum, one) => sum + one, 0);
  const drawn = JSON.stringify([limit, hours, signs.map(Boolean)]);
  if (bar.dataset.drawn === drawn) return;
  bar.dataset.drawn = drawn;
  const wide = bar.viewBox.baseVal.width;
  const unit = (wide - 2) / (Math.max(used, limit) || 1);
  const nodes = [shape("rect", { class: "room", x: 1, y: 1, width: limit * unit, height: HIGH - 2, rx: 6 })];
  let x = 1;
  hours.forEach((one, k) => {
    if (!one) return;
    const isThin = x - 1 >= limit * unit - 1e-6;
    nodes.push(
      shape("rect", { class: isThin ? "used thin" : "used", x, y: 1, width: one * unit, height: HIGH - 2, rx: 6 }),
    );
    const sign = signs[k];
    if (sign) {
      const place = { x: x + (one * unit - SIGN) / 2, y: (HIGH - SIGN) / 2, width: SIGN, height: SIGN };
      for (const [name, value] of Object.entries(place)) sign.setAttribute(name, String(value));
      nodes.push(sign);
    }
    x += one * unit;
  });
  if (used > limit) nodes.push(shape("path", { class: "end", d: `M${1 + limit * unit} 0V${HIGH}` }));
  bar.replaceChildren(...nodes);
}
