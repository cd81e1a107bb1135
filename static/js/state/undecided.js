/* Tables whose municipality has not decided in round 1: nothing is filled in there without the facilitator's yes. */
import { listed, word } from "./words.js";

const MOST = 6;

/** The tiles of the tables that wait for the municipality's first decision. */
export function undecided(tiles) {
  return tiles.filter((tile) => tile.undecided.length);
}

/** "Table 2 waits for the municipality." for these tiles, "" for none. */
export function waitsWord(tiles) {
  if (!tiles.length) return "";
  return word("ui.panel.undecided", { count: tiles.length, tables: listed(tiles.map((tile) => String(tile.table))) });
}

/** What would be filled in where, a line for each seat; from the seventh table on only their numbers. */
export function fillsWord(tiles, room) {
  const lines = tiles.slice(0, MOST).flatMap((tile) => tile.undecided.map((one) => lineOf(tile, one, room)));
  const more = tiles.slice(MOST).map((tile) => String(tile.table));
  return [...lines, ...(more.length ? [word("ui.panel.undecided_more", { tables: listed(more) })] : [])].join("\n");
}

function lineOf(tile, { seat, left }, room) {
  const byFill = new Map();
  for (const { task, kind, option } of left) {
    const what = word(`${kind}.${option}`);
    byFill.set(what, [
      ...(byFill.get(what) ?? []),
      task === null ? word("ui.funding") : word(`task.${room.tasks[task]}.name`),
    ]);
  }
  const fills = [...byFill].map(([what, about]) => word("ui.tasks_get", { tasks: listed(about), what }));
  const { alias } = tile.seats[seat] ?? {};
  const who = word("ui.table", { table: tile.table }) + (alias ? ` (${alias})` : "");
  return `${who} · ${fills.join("; ")}`;
}
