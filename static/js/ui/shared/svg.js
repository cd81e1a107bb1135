/* Making SVG and tables element by element; every chart here is a figure with a picture and its figures as a real
 * table. */
const SVG = "http://www.w3.org/2000/svg";
let made = 0;

/* Nobody sees more than hundredths, and a page that is kept has thousands of numbers. */
const written = (value) => (typeof value === "number" ? Math.round(value * 100) / 100 : value);

/** An SVG element with attributes and children; colours and dashes come from classes. */
export function svg(name, attributes = {}, ...children) {
  const node = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(written(value)));
  node.append(...children);
  return node;
}

/** The `points` attribute of a line or shape through [x, y]s. */
export const through = (points) => points.map((point) => point.map(written).join(",")).join(" ");

/** An HTML element with a class and children or text. */
export function html(name, className = "", ...children) {
  const node = document.createElement(name);
  if (className) node.className = className;
  node.append(...children);
  return node;
}

/** The frame of a picture: an SVG of 0 0 `width` `height` that says what it shows. */
export function picture(width, height, title, description, ...children) {
  const id = `chart-${(made += 1)}`;
  const named = svg("title", { id }, title);
  const told = svg("desc", { id: `${id}-more` }, description);
  const attributes = {
    viewBox: `0 0 ${width} ${height}`,
    role: "img",
    "aria-labelledby": id,
    "aria-describedby": `${id}-more`,
    class: "chart",
    preserveAspectRatio: "xMidYMin",
  };
  return svg("svg", attributes, named, told, ...children);
}

/** A table with a head row and rows whose first cell is their name. */
export function table(caption, head, rows) {
  const cells = (tag, items, scope) =>
    items.map((item, index) => {
      const cell = html(index === 0 && tag === "td" ? "th" : tag, "", String(item));
      if (cell.tagName === "TH") cell.scope = index === 0 && tag === "td" ? "row" : scope;
      return cell;
    });
  const caption_ = html("caption", "", caption);
  const body = rows.map((row) => html("tr", "", ...cells("td", row, "row")));
  return html(
    "table",
    "chart-table",
    caption_,
    html("thead", "", html("tr", "", ...cells("th", head, "col"))),
    html("tbody", "", ...body),
  );
}

/** What may be wider than its place: a region that is reached with the keyboard, scrolls, and shows that it does. */
export function scrolled(wide, label) {
  const wrap = html("div", "grid-scroll", wide);
  wrap.tabIndex = 0;
  wrap.setAttribute("role", "region");
  wrap.setAttribute("aria-label", label);
  return wrap;
}

/** The figures of a picture called `title`, folded under `summary`. */
export function folded(title, figures, summary) {
  return html("details", "chart-figures", html("summary", "", summary), scrolled(figures, title));
}

/** A picture (and its key) with a heading and, folded below it, its figures. */
export function figureOf(title, drawings, figures, summary) {
  const more = folded(title, figures, summary);
  return html("figure", "chart-figure", html("figcaption", "chart-title", title), ...drawings, more);
}
