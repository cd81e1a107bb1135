/* The living style page: draws every picture with made-up data, and says the words that go with it. `?part=`,
 * `?scene=`, `?theme=`. */
import { structure } from "../state/structure.js";
import { at } from "../ui/shared/dom.js";
import { createPictureOf } from "../ui/street/painted.js";
import { createPlot, createStreet, signOf, worldOf } from "../ui/street/street.js";
import { describe, describeTask, lookWord } from "../ui/street/words.js";
import { word } from "../state/words.js";
import { components } from "./styleguide/components.js";
import { SCREENS, screens } from "./styleguide/screens.js";
import { BANDS, STATES, audiences, beats, counts, many, turns } from "./styleguide/states.js";

const asked = new URLSearchParams(location.search);
const scene = asked.get("scene") ?? structure.picture.scene;
const codes = structure.picture.tasks;
const world = await worldOf(scene, codes); // another scene draws these tasks as plots that fit any subject
if (asked.get("theme")) document.documentElement.dataset.theme = asked.get("theme");

function make(tag, className, ...children) {
  const node = document.createElement(tag);
  node.className = className;
  node.append(...children);
  return node;
}

function shot(data, kind, caption = "", k = 0) {
  const figure = make("figure", `guide-shot is-wide-${kind === "painted" ? "film" : kind}`);
  const told = { ...data, label: kind === "task" ? describeTask(data.tasks[k], data, word) : describe(data, word) };
  (kind === "task" ? createPlot(figure, world, k) : createPictureOf(figure, world, kind)).show(told);
  if (caption) figure.append(make("figcaption", "", caption));
  return figure;
}

const row = (title, ...shots) => make("div", "guide-row", make("h3", "", title), ...shots);
const sizes = (data) => ["full", "strip", "film", "painted", "tile"].map((kind) => shot(data, kind));

/* A street that goes through a game's states, a step at each press. */
function moving() {
  const host = make("figure", "guide-shot is-wide-full");
  const street = createStreet(host, world, "full");
  const states = turns(codes);
  let turn = -1;
  const button = make("button", "button", "Next state");
  button.id = "next-state";
  const next = () =>
    street.show({ ...states[(turn = (turn + 1) % states.length)], label: describe(states[turn], word) });
  button.addEventListener("click", next);
  next();
  return make("div", "guide-row", button, host);
}

const PARTS = {
  components: () => components(make),
  front: () => [
    row("The door", shot(turns(codes, 0.86)[3], "film")),
    row("What this is", ...beats(codes).map((data) => shot(data, "film"))),
  ],
  states: () =>
    STATES.map(([name, of]) =>
      make("div", "", row(name, ...sizes(of(codes))), make("p", "guide-said", describe(of(codes), word))),
    ),
  evening: () => STATES.map(([name, of]) => row(name, ...sizes({ ...of(codes), night: true }))),
  bands: () => codes.map((code, k) => row(word(`task.${code}.name`), ...BANDS.map((quality) => bandShot(quality, k)))),
  "band-strips": () => [
    row("0.3, 0.48, 0.72, 0.9 as a strip", ...BANDS.map((quality) => shot(turns(codes, quality)[0], "strip"))),
  ],
  audiences: () => audiences(codes).map(([name, data]) => row(name, shot(data, "full"), shot(data, "strip"))),
  counts: () => counts(codes).map(([name, data]) => row(name, shot(data, "full"), shot(data, "film"))),
  greyscale: () => [row("Greyscale", ...STATES.map(([, of]) => greyShot(of(codes))))],
  months: () => [
    row(
      "Twelve months",
      ...Array.from({ length: 12 }, (_, month) =>
        shot({ ...turns(codes, 0.72)[0], month }, "strip", word(`street.month.${month}`)),
      ),
    ),
  ],
  many: () => [make("div", "guide-many", ...many(codes, 40).map((data) => shot(data, "film")))],
  moving: () => [moving()],
  ...Object.fromEntries(SCREENS.map((name) => [name, () => screens(make, name, asked)])),
  signs: () => [
    row(
      "Signs",
      ...codes.flatMap((code, k) =>
        [false, true].map((lit) => make("span", "is-wide-sign", signOf(world, code, k, lit))),
      ),
    ),
  ],
};

function bandShot(quality, k) {
  const data = turns(codes, quality)[0];
  return shot({ ...data, month: 5 }, "task", lookWord(data.tasks[k], word), k);
}

function greyShot(data) {
  const figure = shot(data, "strip");
  figure.classList.add("is-grey");
  return figure;
}

for (const [name, draw] of Object.entries(PARTS)) {
  const link = make("a", "", name);
  link.href = `?${new URLSearchParams({ ...Object.fromEntries(asked), part: name })}`;
  at("parts").append(link);
  if (asked.get("part") ? asked.get("part") !== name : SCREENS.includes(name)) continue; // whole pages only when asked
  const section = make("section", "", make("h2", "", name), ...draw());
  section.dataset.part = name;
  at("guide").append(section);
}
document.body.dataset.drawn = "true";
