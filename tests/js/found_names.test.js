/* The names of places are found in a sentence. */
import assert from "node:assert/strict";
import test from "node:test";
import { partsAt } from "../../static/js/state/found_names.js";

test("each name begins a part, in the order of the sentence, and nothing is lost", () => {
  const told = "Er was niemand bij de oudere buren en de speelplek.";
  const parts = partsAt(told, ["de speelplek", "de oudere buren"]);
  assert.deepEqual(parts, [
    ["Er was niemand bij ", null],
    ["de oudere buren en ", 1],
    ["de speelplek.", 0],
  ]);
  assert.equal(parts.map(([text]) => text).join(""), told);
});

test("a name may begin the sentence, and one that is not in it is left out", () => {
  assert.deepEqual(partsAt("Het plantsoen zakte.", ["de speelplek", "het plantsoen"]), [
    ["", null],
    ["Het plantsoen zakte.", 1],
  ]);
  assert.deepEqual(partsAt("Rustig.", ["het plantsoen"]), [["Rustig.", null]]);
});
