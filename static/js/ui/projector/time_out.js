/* The time-out on the projector: the streets as the last outcome left them, under the clock. */
import { at } from "../shared/dom.js";
import { streetOf } from "../street/data.js";
import { describe } from "../street/words.js";
import { word } from "../../state/words.js";
import { drawRow } from "./row.js";

/** Draw what the tables talk about. */
export function drawTimeOut(room, boards) {
  const tables = boards.map((board) => {
    const data = streetOf(board.tasks, board.street, board.own, Math.max(1, room.round - 1));
    return { table: board.table, fact: "", data: { ...data, label: describe(data, word) } };
  });
  drawRow(at("time-out-streets"), tables);
}
