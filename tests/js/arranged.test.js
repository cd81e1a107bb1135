/* On the panel's small screen streets stand as on the big one. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { arranged } from "../../static/js/ui/panel/arranged.js";

const LINES = 4;

test("many streets stand in as many columns as on the big screen, with no line for a task", () => {
  for (const [count, columns, place] of [
    [16, 4, "aside"],
    [28, 7, "none"],
    [40, 8, "none"],
  ]) {
    const found = arranged("act", count, LINES, 1);
    assert.deepEqual([found.place, found.columns], [place, columns], `${count}`);
    assert.ok(found.wide > 0.7 / columns && found.wide <= 1 / columns, `${count}: ${found.wide}`);
  }
});

test("every number of streets stands somewhere, in every phase", () => {
  for (const phase of ["lobby", "agree", "outcome", "closed"])
    for (let count = 1; count <= 40; count += 1) {
      const { columns, wide } = arranged(phase, count, LINES, 1);
      assert.ok(columns >= 1 && wide > 0 && columns * wide <= 1.0001, `${count} in ${phase}: ${columns}, ${wide}`);
    }
});
