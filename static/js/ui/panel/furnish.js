/* Chairs and tables that the facilitator puts in the room or takes out of it: in the lobby, and one more chair in
 * round 1. */
import { at } from "../shared/dom.js";
import { word } from "../../state/words.js";

const LEAST_SEATS = 3;
const RANK = { municipality: 0, professional: 1, resident: 2 };

export function createFurnish(desk) {
  let room = null;
  let tiles = [];
  let table = null;

  const tile = () => tiles.find((one) => one.table === table);
  const inLobby = () => room.phase === "lobby";
  const firstFree = () => tiles.reduce((free, one) => (one.table === free ? free + 1 : free), 1);

  async function addSeat() {
    if (!(await desk.open("seat-adder"))) return;
    const role = at("seat-role").value;
    // In the lobby seats stand in the order of the roles; in a game that runs the seat stays.
    const seat = tile().seats.filter((one) => RANK[one.role] <= RANK[role]).length;
    const undo = inLobby() ? [{ type: "remove_seat", table, seat }] : null;
    await desk.act(
      { type: "add_seat", table, role },
      word("ui.panel.seat_added", { table, role: word(`role.${role}`) }),
      undo,
      "furnish-refused",
    );
  }

  async function addTable() {
    const number = firstFree();
    await desk.act(
      { type: "add_table" },
      word("ui.panel.table_added", { table: number }),
      [{ type: "remove_table", table: number }],
      "furnish-refused",
    );
  }

  at("add-seat").addEventListener("click", addSeat);
  at("add-table").addEventListener("click", addTable);
  at("remove-table").addEventListener("click", () =>
    desk.act({ type: "remove_table", table }, word("ui.panel.table_removed", { table }), null, "furnish-refused"),
  );

  function draw() {
    const now = tile();
    const used = now?.observers.length || now?.seats.some((seat) => seat.people.length);
    at("add-table").hidden = !inLobby();
    at("add-seat").hidden = !room.may_add_seats || !now;
    at("remove-table").hidden = !inLobby() || !now || Boolean(used) || tiles.length === 1;
    at("furnish").hidden = at("add-seat").hidden && at("remove-table").hidden;
  }

  return {
    look(number) {
      table = number;
      if (room) draw();
    },
    draw(now, all) {
      room = now;
      tiles = all;
      draw();
    },
  };
}

/** The button on the row of a free seat that takes it away, where that can be. */
export function removal(desk, room, { table, seats }, seat) {
  const isLast = seats.filter((one) => one.role === seat.role).length === 1;
  if (room.phase !== "lobby" || isLast || seats.length <= LEAST_SEATS) return null;
  const command = { type: "remove_seat", table, seat: seat.seat };
  const undo = [{ type: "add_seat", table, role: seat.role }];
  return {
    says: word("ui.panel.remove_seat"),
    press: () => desk.act(command, word("ui.panel.seat_removed"), undo, "furnish-refused"),
  };
}
