import assert from "node:assert/strict";
import { test } from "node:test";
import { createPlot, createStreet, worldOf } from "../../static/js/ui/street/street.js";
import { bring } from "./page.js";
import { bringSvg, host, written } from "./svg.js";

bring({ structure: { holders: ["residents", "together", "professionals"] } });
bringSvg();
const { STATES } = await import("../../static/js/pages/styleguide/states.js");
const CODES = ["green", "safety", "neighbours", "play"];
const world = await worldOf("street", CODES);
const states = STATES.map(([name, of]) => ({ ...of(CODES), label: name }));

function shown(data, kind) {
  const place = host();
  createStreet(place, world, kind).show(data);
  return place.children[0];
}

test("whatever came before, a picture ends as it is drawn afresh", () => {
  for (const kind of ["full", "film"]) {
    const place = host();
    const street = createStreet(place, world, kind);
    for (let i = 0; i < 150; i += 1) {
      const data = states[(i * 7 + (i >> 2)) % states.length];
      street.show(data);
      assert.equal(written(place.children[0]), written(shown(data, kind)), `${kind}, change ${i} to ${data.label}`);
    }
  }
});

test("a lamp that goes to somebody else stays the same lamp", () => {
  const place = host();
  const street = createStreet(place, world, "full");
  const held = (holder) => ({ tasks: CODES.map((code) => ({ code, holder })), residents: 4, label: "" });
  const lamps = () => place.children[0].children.filter(({ attributes }) => attributes.class === "s-carrier");
  street.show(held("residents"));
  const before = lamps();
  street.show(held("professionals"));
  assert.equal(
    lamps().every((lamp, k) => lamp === before[k]),
    true,
  );
  assert.notEqual(lamps()[0].attributes.transform, shown(held("residents"), "full").attributes.transform);
});

test("what is new arrives once", () => {
  const place = host();
  const street = createStreet(place, world, "full");
  street.show(states[0]);
  const arriving = (node) => [node, ...node.children.flatMap(arriving)];
  const fresh = () => arriving(place.children[0]).filter(({ attributes }) => attributes.class?.includes("s-arrive"));
  assert.equal(fresh().length, 0);
  street.show(states[3]);
  assert.equal(fresh().length > 0, true);
  for (const node of fresh()) node.heard.animationend();
  assert.equal(fresh().length, 0);
});

/* What is thrown for the console alone, while `act` runs. */
function thrown(act) {
  const { setTimeout } = globalThis;
  const later = [];
  globalThis.setTimeout = (run) => later.push(run);
  act();
  globalThis.setTimeout = setTimeout;
  return later;
}

test("if drawing fails a quiet picture with the same words stands there, and the mistake is told", () => {
  const place = host();
  const broken = { ...world, front: () => assert.fail("no front") };
  const street = createStreet(place, broken, "full");
  const [told] = thrown(() => street.show({ ...states[3], label: "The street in May." }));
  assert.match(place.children[0].attributes.class, /s-quiet/);
  assert.equal(place.children[0].attributes["aria-label"], "The street in May.");
  assert.throws(told, /no front/);
});

test("a picture that failed once is drawn again when it can be", () => {
  const place = host();
  const street = createPlot(place, world, 0);
  assert.equal(thrown(() => street.show({ tasks: [], label: "Nothing" })).length, 1);
  street.show(states[3]);
  assert.equal(place.children.length, 1);
  assert.doesNotMatch(place.children[0].attributes.class, /s-quiet/);
});
