/* What became of the streets, before anything is asked: the first picture of a game and its last; with many tables
 * the last of each. */
import { at, say } from "../shared/dom.js";
import { PAIRED, endsOf } from "../street/ends.js";
import { describe } from "../street/words.js";
import { sentence, word } from "../../state/words.js";
import { drawRow } from "./row.js";
import { messageOf } from "../../state/message.js";

const WORDED = 3; // with more tables a line has room for the number only

/** Draw it for these tables, with one line of news. */
export function drawFinale(room, boards) {
  const isPaired = boards.length <= PAIRED;
  const [only] = boards;
  // before the pictures, which take what room it leaves
  say(at("finale-news"), boards.length === 1 ? sentence(only.news[0] ?? null) : messageOf(room.message));
  at("finale-streets").classList.toggle("one-pair", boards.length === 1 && only.story.rounds.length > 1);
  drawRow(
    at("finale-streets"),
    boards.flatMap((board) => picturesOf(board, boards.length, isPaired)),
    isPaired && only.story.rounds.length > 1 ? 2 : 1,
  );
}

function picturesOf(board, tables, isPaired) {
  const ends = endsOf(board).slice(isPaired ? 0 : -1);
  return ends.map(({ round, data }) => ({
    name: isPaired ? shortOf(board.table, round, tables) : String(board.table),
    fact: "",
    data: { ...data, label: labelOf(board.table, round, data, tables) },
  }));
}

function nameOf(table, round, tables) {
  const name = word("debrief.feeling.finale_round", { round });
  return tables > 1 ? `${word("ui.table", { table })} · ${name}` : name;
}

const shortOf = (table, round, tables) =>
  tables > WORDED ? `${table} · ${nameOf(table, round, 1)}` : nameOf(table, round, tables);

const labelOf = (table, round, data, tables) => `${nameOf(table, round, tables)}. ${describe(data, word)}`;
