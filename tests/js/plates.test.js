import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { platesOf } from "../../static/js/state/plates.js";

const PLOTS = [300, 500, 750, 950]; // of a picture 1200 wide
const placed = (told, size = 40) => {
  const names = Object.entries(told).map(([k, name]) => ({ k: Number(k), told: name }));
  return platesOf(names, PLOTS, 1200, size);
};

test("a name with nothing beside it on its row is whole", () => {
  const [one, other] = placed({ 2: "The older neighbours", 3: "The play area" });
  deepEqual([one.told, one.row, one.x], ["The older neighbours", 0, 750]);
  deepEqual([other.told, other.row, other.x], ["The play area", 1, 950]);
});

test("a line goes up to its front where no name stands in its way", () => {
  const lines = (names) => placed(names).map(({ line }) => line);
  deepEqual(lines({ 2: "The older neighbours", 3: "The play area" }), [null, null]);
  deepEqual(lines({ 0: "The green", 3: "The play area" }), [null, 950]);
});

test("of two names none is shortened, wherever their fronts are", () => {
  const told = placed({ 0: "What everybody here calls it", 2: "The older neighbours" });
  deepEqual(
    told.map((one) => [one.told, one.row]),
    [
      ["What everybody here calls it", 0],
      ["The older neighbours", 1],
    ],
  );
});

test("two names on one row that would run into each other are shortened", () => {
  const [one, , other] = placed({ 0: "What everybody here calls it", 1: "Safe", 2: "The older neighbours" });
  equal(one.told, "What everybody he…");
  equal(other.told, "The older neighbo…");
});

test("two that have room beside each other are whole", () => {
  const told = placed({ 0: "The green", 2: "The older neighbours" }).map((one) => one.told);
  deepEqual(told, ["The green", "The older neighbours"]);
});

test("a name keeps within its picture", () => {
  const [{ told, x }] = placed({ 3: "What the whole of the street calls it" });
  deepEqual([told, x < 950], ["What the whole of the street calls it", true]);
});
