/* The end on the projector: every street as it was left, at evening. */
import { lastOf } from "../../state/lists.js";
import { at } from "../shared/dom.js";
import { endsOf } from "../street/ends.js";
import { describe } from "../street/words.js";
import { word } from "../../state/words.js";
import { drawRow } from "./row.js";

/** Draw it for these tables; those that never finished a round are left out. */
export function drawClosed(boards) {
  const left = boards.filter(({ story }) => story?.rounds.length);
  const tables = left.map((board) => {
    const { data } = lastOf(endsOf(board));
    const shown = { ...data, night: true, tasks: data.tasks.map((task) => ({ ...task, incident: false })) };
    return { table: board.table, fact: "", data: { ...shown, label: describe(shown, word) } };
  });
  drawRow(at("closed-streets"), tables);
}
