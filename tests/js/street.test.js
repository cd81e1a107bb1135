import assert from "node:assert/strict";
import { test } from "node:test";
import { changeOf } from "../../static/js/state/changes.js";
import { drawPlot, drawScene } from "../../static/js/ui/street/scene.js";
import { strokesOf } from "../../static/js/ui/street/strokes.js";
import { SIZES, columns } from "../../static/js/ui/street/sizes.js";
import { memory, worldOf } from "../../static/js/ui/street/street.js";
import { plainPlot } from "../../static/js/ui/street/worlds/general_plots.js";
import { describe, lookWord, movedOf } from "../../static/js/ui/street/words.js";
import { bring } from "./page.js";
import { written } from "./svg.js";

bring({ structure: { holders: ["residents", "together", "professionals"] } });
const { BANDS, STATES, turns } = await import("../../static/js/pages/styleguide/states.js");

const CODES = ["green", "safety", "neighbours", "play"];
const world = await worldOf("street", CODES);
const general = await worldOf("", ["one", "two", "three"]);
const MIXED = STATES.find(([name]) => name.startsWith("A mixed round"))[1](CODES);
const without = (task, ...names) => Object.fromEntries(Object.entries(task).filter(([name]) => !names.includes(name)));
const word = (code, params = {}) => [code, ...Object.values(params)].join(" ");
const shapes = (shape) => [shape, ...shape.children.flatMap(shapes)];
const classes = (shape) => shapes(shape).map(({ attributes }) => attributes.class ?? "");
const drawn = (data, kind = "full") => written(drawScene(world, data, kind));
const frozen = (value) =>
  typeof value === "object" && value ? Object.freeze(Object.values(value).forEach(frozen) ?? value) : value;

test("the same data give the same picture, and are left as they are", () => {
  for (const kind of Object.keys(SIZES)) {
    for (const [, of] of STATES) assert.equal(drawn(frozen(of(CODES)), kind), drawn(of(CODES), kind));
  }
});

test("picture and word turn at the same quality", () => {
  /* What is there, not where: the kinds of shapes in a plot. */
  const kinds = (quality, k) =>
    classes(
      drawPlot(
        world,
        turns(CODES, 0).map((one) => ({ ...one, tasks: one.tasks.map((task) => ({ ...task, quality })) }))[0],
        k,
      ),
    ).join();
  for (const [k, code] of CODES.entries()) {
    for (const edge of [0.4, 0.6, 0.8]) {
      assert.notEqual(lookWord({ code, quality: edge - 0.01 }, word), lookWord({ code, quality: edge }, word));
      assert.notEqual(kinds(edge - 0.01, k), kinds(edge, k), `${code} at ${edge}`);
      assert.equal(kinds(edge - 0.004, k), kinds(edge, k), `${code}: the debrief's ${edge} is that of play`);
      assert.equal(kinds(edge, k), kinds(edge + 0.18, k), `${code} from ${edge}`);
    }
  }
});

test("a change is said in the points that people see", () => {
  assert.equal(changeOf(0.584, 0.581), 0);
  assert.equal(changeOf(0.6, 0.66), -6);
});

test("how a task got there is said by what it was, or by which way it went where it is called the same", () => {
  const moved = (quality, before) => movedOf({ code: "green", quality, before }, word);
  assert.deepEqual(moved(0.7, 0.85), { arrow: "▼", said: "street.moved.was task.green.look.3" });
  assert.deepEqual(moved(0.7, 0.3), { arrow: "▲", said: "street.moved.was task.green.look.0" });
  assert.deepEqual(moved(0.7, 0.78), { arrow: "▼", said: "street.moved.down task.green.look.2" });
  assert.deepEqual(moved(0.78, 0.7), { arrow: "▲", said: "street.moved.up task.green.look.2" });
  for (const before of [0.7, null, undefined]) assert.deepEqual(moved(0.7, before), {});
});

test("what is not known is not drawn, and not as nobody", () => {
  const tasks = MIXED.tasks.map((task) => without(task, "joined", "claimed", "took_over", "worked_along", "visited"));
  const names = classes(drawScene(world, { ...MIXED, tasks, windows: false, reserve: undefined }));
  assert.equal(
    names.some((name) => /s-(resident|professional|municipality|bubble|kept|call)\b/.test(name)),
    false,
  );
  assert.equal(names.filter((name) => name === "s-net").length, 16);
  assert.equal(names.includes("s-safe"), true);
  assert.doesNotMatch(describe({ ...MIXED, tasks, reserve: undefined }, word), /joined|claimed|worked|purse/);
});

test("a safe tells nothing of what is in it, and an empty purse is for everybody to see", () => {
  assert.equal(drawn({ ...MIXED, reserve: null }), drawn({ ...MIXED, reserve: undefined }));
  assert.equal(classes(drawScene(world, { ...MIXED, empty: true, reserve: null })).includes("s-scaffold"), true);
});

test("windows tell who stayed in only where that may be seen", () => {
  const kept = (windows) =>
    classes(drawScene(world, { ...MIXED, windows })).filter((name) => name === "s-glass s-kept").length;
  assert.deepEqual([kept(true), kept(false)], [1 + 2 + 2 + 2, 0]);
});

test("the season changes trees, light and snow, never the upkeep", () => {
  const plots = (month) =>
    drawScene(world, { ...MIXED, month })
      .children.filter(({ key }) => key.startsWith("plot"))
      .map(written);
  assert.deepEqual(plots(4), plots(9));
});

test("an incident that was put right looks put right", () => {
  const marked = (mended) =>
    classes(drawScene(world, { ...MIXED, tasks: MIXED.tasks.map((task) => ({ ...task, incident: true, mended })) }));
  assert.equal(marked(true).includes("s-alarm"), false);
  const looksFine = MIXED.tasks.filter(({ quality }) => quality >= 0.6).length;
  assert.ok(looksFine > 0 && looksFine < 4);
  const told = "no tick beside a word that says that it is bad";
  assert.equal(marked(true).filter((name) => name === "s-mended").length, looksFine, told);
  assert.equal(marked(false).filter((name) => name === "s-alarm").length, 4);
  const row = drawPlot(world, { ...MIXED, tasks: MIXED.tasks.map((task) => ({ ...task, incident: true })) }, 0);
  const mark = shapes(row).find(({ children }) => children[0]?.attributes.class === "s-alarm");
  assert.match(mark.attributes.transform, /^translate\(\d+ -2\d\)/, "low: a row shows no more of a front");
  assert.match(
    describe({ ...MIXED, tasks: [{ code: "green", incident: true, mended: true }] }, word),
    /street\.mended/,
  );
});

test("what came to every street has a mark of its own, in every size, until it was put right", () => {
  const hit = (more) => ({ ...MIXED, tasks: MIXED.tasks.map((task) => ({ ...task, incident: true, ...more })) });
  const marks = (more, kind) => {
    const found = shapes(drawScene(world, hit(more), kind)).filter(({ key }) => key?.startsWith("mark-"));
    return found
      .flatMap(shapes)
      .filter(({ attributes }) => attributes.class === "s-alarm")
      .map(({ tag }) => tag);
  };
  for (const kind of ["full", "strip"]) {
    assert.deepEqual(marks({ setback: true }, kind), Array(4).fill("path"), kind);
    assert.deepEqual(marks({ setback: false }, kind), Array(4).fill("rect"), kind);
    assert.deepEqual(marks({ setback: true, mended: true }, kind), [], kind);
  }
  for (const kind of Object.keys(SIZES)) {
    assert.notEqual(drawn(hit({ setback: true }), kind), drawn(hit({ setback: false }), kind), kind);
    const mended = (setback) => drawn(hit({ setback, mended: true }), kind);
    assert.equal(mended(true), mended(false), kind);
  }
  assert.match(describe(hit({ setback: true }), word), /street\.setback/);
  assert.doesNotMatch(describe(hit({ setback: true }), word), /street\.incident/);
});

test("lamps hang with who carries the task, unlit until it is decided", () => {
  const lamps = (lit) => drawScene(world, { ...MIXED, lit }).children.filter(({ key }) => key?.startsWith("lamp"));
  assert.deepEqual(
    lamps(true).map(({ key }) => key),
    CODES.map((code) => `lamp-${code}`),
  );
  assert.equal(
    lamps(false).every(({ attributes }) => attributes.class === "s-carrier s-unlit"),
    true,
  );
  assert.match(describe({ ...MIXED, lit: false }, word), /lamp_unlit holder\.residents/);
});

test("a world without a scene has plots that fit anything, and so has a task without a picture", async () => {
  const data = { tasks: ["one", "two", "three"].map((code) => ({ code, quality: 0.7, holder: "together" })) };
  const [plain, mixed] = [drawScene(general, data), drawScene(await worldOf("street", ["green", "other"]), MIXED)];
  assert.equal(plain.attributes.class.includes("s-in-general"), true);
  assert.notEqual(written(plain), written(mixed));
  assert.equal((await worldOf("nothing", ["green"])).code, "general");
  // The plot that was picked for a task, whatever its code: another's, or one that fits any subject by its number.
  const picked = await worldOf("street", ["play", "3", "green", "gone"]);
  assert.deepEqual(
    [0, 1, 2, 3].map((k) => picked.plot("own", k).sign),
    [world.plot("play", 3).sign, plainPlot(3).sign, world.plot("green", 0).sign, plainPlot(3).sign],
  );
});

test("every part has classes of its own, and nothing a strict page refuses", () => {
  for (const [, of] of STATES) {
    for (const shape of shapes(drawScene(world, of(CODES)))) {
      assert.deepEqual(
        Object.keys(shape.attributes).filter((name) => ["id", "style", "filter"].includes(name)),
        [],
      );
      assert.match(shape.attributes.class ?? "", /^(s-[\w-]+( |$))*$/);
    }
  }
});

test("siblings that come and go have names of their own", () => {
  for (const [name, of] of STATES) {
    for (const { children } of shapes(drawScene(world, of(CODES)))) {
      const keys = children.map(({ key }) => key).filter((key) => key !== null);
      assert.equal(new Set(keys).size, keys.length, name);
    }
  }
});

test("a small picture is few shapes, without what does not show", () => {
  for (const [, of] of STATES) {
    const found = shapes(drawScene(world, of(CODES), "film"));
    assert.equal(found.length < 260, true, String(found.length));
    assert.equal(
      found.some(({ attributes }) => attributes.opacity === "0"),
      false,
    );
  }
});

test("the columns under a picture are as wide as what stands above them", () => {
  for (const count of [3, 4, 5, 6]) {
    const shares = columns("full", count);
    assert.equal(shares.length, count + 3);
    assert.equal(Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) < 1e-9, true);
  }
});

test("of more than a dozen tables each is painted: all that a film picture has, in its order and its places", () => {
  const flat = ({ children }, names = []) =>
    children.flatMap(({ tag, attributes, children: within }) =>
      tag === "g"
        ? flat({ children: within }, [attributes.class ?? ""])
        : `${names[0] ?? ""}/${attributes.class ?? ""} ${attributes.opacity ?? 1}`,
    );
  for (const [, of] of STATES) {
    const film = drawScene(world, of(CODES), "film");
    const strokes = strokesOf(film);
    assert.deepEqual(
      strokes.map(({ names, opacity }) => `${names} ${opacity}`),
      flat(film),
    );
    assert.deepEqual(new Set(strokes.map(({ scale }) => scale)), new Set([1, 0.91]));
    assert.equal(
      strokes.every(({ d, x, y }) => /^M/.test(d) && Number.isFinite(x) && Number.isFinite(y)),
      true,
    );
  }
});

test("what is painted again and did not change has the same strokes", () => {
  const once = memory(world, "film");
  const [first, again] = [1, 2].map(() => strokesOf(drawScene(world, MIXED, "film", once)));
  const isLamp = ({ names }) => /carrier/.test(names);
  assert.deepEqual(again, first);
  assert.equal(
    again.every((stroke, index) => stroke === first[index] || isLamp(stroke)),
    true,
  );
});

test("the middles of the bands are four words", () => {
  assert.deepEqual(
    BANDS.map((quality) => lookWord({ code: "green", quality }, word)),
    [0, 1, 2, 3].map((band) => `task.green.look.${band}`),
  );
  assert.equal(lookWord({ code: "green", quality: null }, word), "");
});
