/* Chairs and tables that the facilitator puts in the room or takes out of it: in the lobby, and one more chair in
 * round 1. */
import { at, put } from "../shared/dom.js";
import { canSpare, firstFree, isUsed, seatOfNew } from "../../state/room.js";
import { word } from "../../state/words.js";
import { ofLooked } from "./looked.js";

export function createFurnish(desk) {
  const { looked, part } = ofLooked(draw);
  const inLobby = () => looked.room.phase === "lobby";

  async function addSeat() {
    if (!(await desk.open("seat-adder"))) return;
    const { table, tile } = looked;
    const role = at("seat-role").value;
    // In a game that runs the seat stays.
    const undo = inLobby() ? [{ type: "remove_seat", table, seat: seatOfNew(role, tile.seats) }] : null;
    await desk.act(
      { type: "add_seat", table, role },
      word("ui.panel.seat_added", { table, role: word(`role.${role}`) }),
      undo,
      "furnish-refused",
    );
  }

  async function addTable() {
    const number = firstFree(looked.tiles);
    await desk.act(
      { type: "add_table" },
      word("ui.panel.table_added", { table: number }),
      [{ type: "remove_table", table: number }],
      "furnish-refused",
    );
  }

  at("add-seat").addEventListener("click", addSeat);
  at("add-table").addEventListener("click", addTable);
  at("remove-table").addEventListener("click", () => {
    const { table } = looked;
    desk.act({ type: "remove_table", table }, word("ui.panel.table_removed", { table }), null, "furnish-refused");
  });

  function draw() {
    const { room, tiles, tile } = looked;
    put(at("add-table"), "hidden", !inLobby());
    put(at("add-seat"), "hidden", !room.may_add_seats || !tile);
    put(at("remove-table"), "hidden", !inLobby() || !tile || isUsed(tile) || tiles.length === 1);
    put(at("furnish"), "hidden", at("add-seat").hidden && at("remove-table").hidden);
  }

  return part;
}

/** The button on the row of a free seat that takes it away, where that can be. */
export function removal(desk, room, { table, seats }, seat) {
  if (room.phase !== "lobby" || !canSpare(seat, seats)) return null;
  const command = { type: "remove_seat", table, seat: seat.seat };
  const undo = [{ type: "add_seat", table, role: seat.role }];
  return {
    says: word("ui.panel.remove_seat"),
    press: () => desk.act(command, word("ui.panel.seat_removed"), undo, "furnish-refused"),
  };
}
