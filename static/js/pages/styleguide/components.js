/* The components that all pages share, each in every state, as wide as on a phone and in a column of the panel; the
 * colours and the sizes of text that they are made of. */
import { structure } from "../../state/structure.js";

const COLOURS = ["paper", "card", "sunk", "ink", "quiet", "line", "edge", "lamp", "lamp-soft", "lamp-edge", "alarm"];
const { roles: ROLES } = structure;
const WIDTHS = ["phone", "column"];

/** Every part of the page as nodes; `make(tag, className, ...children)` makes one. */
export function components(make) {
  const titled = (title, ...shown) => make("div", "guide-row", make("h3", "", title), ...shown);
  const boxes = (draw) => WIDTHS.map((width) => make("div", `guide-box is-${width} stack`, ...draw()));
  return [
    titled("Colours", ...COLOURS.map((name) => swatch(make, `is-${name}`, name))),
    titled("Roles: shape, letter and colour", ...ROLES.flatMap((role) => badges(make, role))),
    titled("Text: heading, body, small, quiet", ...boxes(() => texts(make))),
    titled("Buttons: as they are, chosen, resting, out of use", ...boxes(() => buttons(make))),
    titled("Fields: empty, filled, wrong", ...boxes(() => fields(make))),
    titled("What is said: a notice, an error, a pill, a card", ...boxes(() => sayings(make))),
  ];
}

function swatch(make, className, name) {
  return make("figure", "guide-swatch", make("i", className), make("figcaption", "", name));
}

function badges(make, role) {
  return [make("span", "role-badge", role[0].toUpperCase()), make("span", "role-mark")].map((node) => {
    node.dataset.role = role;
    return node;
  });
}

function texts(make) {
  return [
    make("h1", "", "Who picks it up?"),
    make("p", "", "The green is untidy; two residents came."),
    make("p", "small", "Round 2, table 3"),
    make("p", "quiet-text", "Nobody has to decide that now."),
  ];
}

function buttons(make) {
  const states = {
    "": {},
    chosen: { "aria-pressed": "true" },
    resting: { "aria-disabled": "true" },
    off: { disabled: "" },
  };
  return ["button primary wide", "button wide", "button quiet", "link-button"].flatMap((className) =>
    Object.entries(states).map(([state, attributes]) => {
      const node = make("button", className, `Start round 3 ${state}`);
      for (const [name, value] of Object.entries(attributes)) node.setAttribute(name, value);
      return node;
    }),
  );
}

function fields(make) {
  return [
    ["", false],
    ["Eekhoorn", false],
    ["12", true],
  ].map(([value, isWrong]) => {
    const field = Object.assign(make("input", "input"), { value });
    field.setAttribute("aria-invalid", String(isWrong));
    const told = isWrong ? [make("p", "error", "A code has six digits.")] : [];
    return make("div", "field", make("label", "label", "Name", field), ...told);
  });
}

function sayings(make) {
  return [
    make("p", "notice", "The game goes on in a moment."),
    make("p", "error", "That seat was just taken. Choose another."),
    make("p", "", make("span", "pill", "practice: does not count")),
    make("div", "card", make("p", "", "A card on paper.")),
  ];
}
