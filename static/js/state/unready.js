/* People who are still at it when the facilitator goes on: at few tables each of them is worth a question, at many only
 * when they are many, for there somebody always is. */
import { isBusy, isPlaying } from "./moments.js";
import { listed, word } from "./words.js";

const FEW = 6; // tables, at which people are named
const MANY = 1 / 4; // of those who are here, at more tables

/** The people that a press would cut off, as {table, alias}: connected, and not done with choosing; in an outcome only
 * those who were asked something and have not answered all of it. */
export function cutOff(tiles, room) {
  if (!isPlaying(room)) return [];
  const here = tiles.flatMap(peopleOf);
  const open = here.filter((one) => isBusy(one, room));
  return tiles.length <= FEW || open.length > MANY * here.length ? open : [];
}

/** Who they are: by table, at many tables how many. */
export function cutOffWord(open, tables) {
  const numbers = [...new Set(open.map(({ table }) => table))];
  if (tables > FEW) return word("ui.panel.still_many", { count: open.length, tables: numbers.length });
  const at = (table) => listed(open.filter((one) => one.table === table).map(({ alias }) => alias));
  return numbers.map((table) => word("ui.panel.log_table", { table, text: at(table) })).join("\n");
}

function peopleOf({ table, seats }) {
  const held = seats.filter(({ alias, present, bot }) => alias && present && !bot);
  return held.map(({ alias, ready, unanswered }) => ({ table, alias, ready, unanswered }));
}
