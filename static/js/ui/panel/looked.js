/* What is about the table that is looked at. */

/** A part of the panel about one table, drawn by `draw` whenever something changed. `looked` has the `room`, its
 * `tiles`, the number of the `table`, and the `tile` of that, undefined while there is none. */
export function ofLooked(draw) {
  const looked = {
    room: null,
    tiles: [],
    table: null,
    get tile() {
      return looked.tiles.find((one) => one.table === looked.table);
    },
  };
  const part = {
    look(table) {
      looked.table = table;
      if (looked.room) draw();
    },
    draw(room, tiles) {
      Object.assign(looked, { room, tiles });
      draw();
    },
  };
  return { looked, part };
}
