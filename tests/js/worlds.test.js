/* Every world that a table's picture can stand in: whole, drawn by the same rules as the street, and in colour. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { test } from "node:test";
import { drawPlot, drawScene } from "../../static/js/ui/street/scene.js";
import { SIZES } from "../../static/js/ui/street/sizes.js";
import { worldOf } from "../../static/js/ui/street/street.js";
import { bring } from "./page.js";
import { written } from "./svg.js";

bring({ structure: { holders: ["residents", "together", "professionals"] } });
const { STATES, turns } = await import("../../static/js/pages/styleguide/states.js");

const WORLDS = {
  street: ["green", "safety", "neighbours", "play"],
  school: ["homework", "yard", "library", "parents"],
  care: ["meals", "outings", "garden", "evenings"],
};
const CSS = new URL("../../static/css/street/", import.meta.url);
const shapes = (shape) => [shape, ...shape.children.flatMap(shapes)];
const namesOf = (shape) => (shape.attributes.class ?? "").split(" ").filter(Boolean);
const styled = (code) => {
  const own = readdirSync(new URL("worlds/", CSS)).filter((name) => name === `${code}.css`);
  const shared = readdirSync(CSS).filter((name) => name.endsWith(".css"));
  const sheets = [...shared, ...own.map((name) => `worlds/${name}`)].map((name) =>
    readFileSync(new URL(name, CSS), "utf8"),
  );
  return new Set(sheets.join("").match(/s-[\w-]+/g));
};

for (const [code, tasks] of Object.entries(WORLDS)) {
  const world = await worldOf(code, tasks);
  const states = STATES.map(([name, of]) => [name, of(tasks)]);
  const every = () => states.flatMap(([, data]) => shapes(drawScene(world, data)));

  test(`${code}: each task has a scene, a trouble, what that looks like put right, and a sign`, () => {
    assert.equal(world.code, code);
    assert.deepEqual(Object.keys(world.plots), tasks);
    for (const { scene, trouble, mended, sign } of Object.values(world.plots)) {
      assert.equal(scene(0.5, { band: 1, bare: false, detail: 2 }).length > 3, true);
      assert.notEqual(written(trouble().flat(Infinity)[0]), written(mended().flat(Infinity)[0]));
      assert.match(sign, /^M/);
    }
  });

  test(`${code}: the same data give the same picture at every size`, () => {
    for (const kind of Object.keys(SIZES)) {
      for (const [, data] of states) {
        assert.equal(written(drawScene(world, data, kind)), written(drawScene(world, structuredClone(data), kind)));
      }
    }
  });

  test(`${code}: picture and word turn at the same quality`, () => {
    const [start] = turns(tasks, 0);
    const seen = (quality, k) => {
      const data = { ...start, tasks: start.tasks.map((task) => ({ ...task, quality })) };
      return shapes(drawPlot(world, data, k))
        .map(namesOf)
        .join();
    };
    for (const k of tasks.keys()) {
      for (const edge of [0.4, 0.6, 0.8]) {
        assert.notEqual(seen(edge - 0.01, k), seen(edge, k), `${tasks[k]} at ${edge}`);
        assert.equal(seen(edge, k), seen(edge + 0.18, k), `${tasks[k]} from ${edge}`);
      }
    }
  });

  test(`${code}: siblings that come and go have names of their own`, () => {
    for (const { children } of every()) {
      const keys = children.map(({ key }) => key).filter((key) => key !== null);
      assert.deepEqual(keys, [...new Set(keys)]);
    }
  });

  test(`${code}: every shape has a colour, and nothing a strict page refuses`, () => {
    const known = styled(code);
    const isDrawn = ({ tag }) => tag !== "g" && tag !== "svg";
    const bare = every().filter((shape) => isDrawn(shape) && !namesOf(shape).some((name) => known.has(name)));
    assert.deepEqual([...new Set(bare.map((shape) => shape.attributes.class))], []);
    assert.equal(
      every().some(({ attributes }) => "id" in attributes || "style" in attributes || "filter" in attributes),
      false,
    );
  });

  test(`${code}: a small picture is few shapes`, () => {
    for (const [name, data] of states) {
      const found = shapes(drawScene(world, data, "film")).length;
      assert.equal(found < 280, true, `${name}: ${found}`);
    }
  });
}
