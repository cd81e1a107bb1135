/* What became of the streets, before anything is asked: the first picture of a game and its last; with many tables
 * the last of each. */
import { at, say } from "../shared/dom.js";
import { changeOf } from "../../state/changes.js";
import { PAIRED, endsOf } from "../street/ends.js";
import { describe } from "../street/words.js";
import { listed, sentence, word } from "../../state/words.js";
import { isLedBy } from "./pairs.js";
import { drawRow } from "./row.js";
import { nameIn } from "../../state/film.js";
import { messageOf } from "../../state/message.js";

/** Draw it for these tables, with one line of news. */
export function drawFinale(room, boards) {
  const isPaired = boards.length <= PAIRED;
  const [only] = boards;
  // before the pictures, which take what room it leaves
  say(at("finale-news"), boards.length === 1 ? sentence(only.news[0] ?? null) : messageOf(room.message));
  say(at("finale-changes"), boards.length === 1 ? changedIn(only) : "");
  const pictures = boards.flatMap((board) => picturesOf(board, boards.length, isPaired));
  const isApart = boards.length === 1 && pictures.length > 1; // one table's first beside what is said of the last
  at("finale-first").hidden = !isApart;
  if (isApart) drawRow(at("finale-first"), pictures.slice(0, 1));
  drawRow(
    at("finale-streets"),
    isApart ? pictures.slice(1) : pictures,
    !isApart && isPaired && only.story.rounds.length > 1 ? 2 : 1,
  );
}

/* Which tasks became better and worse from the first picture to the last. */
function changedIn(board) {
  const ends = endsOf(board);
  if (ends.length < 2) return "";
  const [first, last] = ends.map(({ data }) => data.tasks);
  const names = (way) =>
    listed(
      board.tasks
        .filter((_, k) => way * changeOf(last[k].quality, first[k].quality) > 0)
        .map(({ code }) => nameIn(code, word)),
    );
  const [better, worse] = [names(1), names(-1)];
  const { round } = ends[0];
  const told = [
    better && word("ui.projector.since.better", { round, tasks: better }),
    worse && word(`ui.projector.since.${better ? "less" : "worse"}`, { round, tasks: worse }),
  ].filter(Boolean);
  return told.join(" ") || word("ui.projector.since.same", { round });
}

function picturesOf(board, tables, isPaired) {
  const ends = endsOf(board).slice(isPaired ? 0 : -1);
  return ends.map(({ round, data }, index) => ({
    ...(isPaired ? linesOf(board.table, round, tables, index) : { name: String(board.table), fact: "" }),
    data: { ...data, label: labelOf(board.table, round, data, tables) },
  }));
}

function nameOf(table, round, tables) {
  const name = word("debrief.feeling.finale_round", { round });
  return tables > 1 ? `${word("ui.table", { table })} · ${name}` : name;
}

/* Of few tables their name and the round under each picture; of more the number stands over the first of a pair. */
function linesOf(table, round, tables, index) {
  if (!isLedBy(tables)) return { name: nameOf(table, round, tables), fact: "" };
  return { name: index || tables === 1 ? "" : String(table), fact: nameOf(table, round, 1) };
}

const labelOf = (table, round, data, tables) => `${nameOf(table, round, tables)}. ${describe(data, word)}`;
