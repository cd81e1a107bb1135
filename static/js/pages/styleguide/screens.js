/* Whole screens in frames: each state at each size, as the real page shows it. */
const { states, roles, manners } = JSON.parse(document.getElementById("screens").textContent);

const SIZES = {
  phone: [
    [390, 844],
    [390, 664],
    [320, 568],
  ],
  panel: [
    [1280, 800],
    [360, 740],
  ],
  projector: [
    [1920, 1080],
    [1024, 768],
  ],
};
/* What is asked of the server besides the state, where it matters to this screen. */
const VARIANTS = {
  phone: roles.map((role) => ({ role })),
  panel: [{ tables: 1 }, { tables: 8 }],
  projector: [{ tables: 1 }, { tables: 2 }, { tables: 16 }],
};
const EXTREMES = [
  ...[{ tasks: 3 }, { tasks: 5 }, { tasks: 6 }, { names: "long" }, { scene: "general" }],
  ...manners.map((manner) => ({ manner })),
];
const EXTREME_STATES = ["agree", "act", "outcome"];
const PASSED_ON = ["theme", "language", "tables", "tasks", "names", "manner", "role", "scene", "scenario", "picture"];

/** The screens that can be shown whole. */
export const SCREENS = Object.keys(SIZES);

/** Every state of screen `name` as nodes: those of `?state=` where that is asked, at all sizes, else at the first. */
export function screens(make, name, asked) {
  const wanted = asked.get("state") ? asked.get("state").split(",") : states;
  const sizes = asked.get("state") ? SIZES[name] : SIZES[name].slice(0, 1);
  const given = Object.fromEntries(PASSED_ON.filter((key) => asked.has(key)).map((key) => [key, asked.get(key)]));
  return wanted.map((state) => {
    const more = EXTREME_STATES.includes(state) && asked.get("state") ? EXTREMES : [];
    const shots = [...VARIANTS[name], ...more].flatMap((variant) =>
      sizes.map((size) => frame(make, name, state, { ...variant, ...given }, size)),
    );
    return make("div", "guide-row", make("h3", "", state), ...shots);
  });
}

function frame(make, name, state, query, [width, height]) {
  const node = make("iframe", "guide-frame");
  const path = `/styleguide/${name}/?${new URLSearchParams({ state, ...query })}`;
  Object.assign(node, { src: path, loading: "lazy", width, height, title: `${name}, ${state}` });
  const link = make("a", "", `${Object.values(query).join(", ")} · ${width} × ${height}`);
  link.href = path;
  return make("figure", "guide-shot", node, make("figcaption", "", link));
}
