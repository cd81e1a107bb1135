/* The last round twice, of several tables: a row each, in order of number, from how it went to all chairs together. */
import { movedTo } from "../../../state/other_way.js";
import { ROLES } from "../../../state/roles.js";
import { hundred } from "../../../state/series.js";
import { html } from "../../shared/svg.js";
import { moveOf } from "../charts/move.js";
import { columnsOf } from "./row_columns.js";

/** A row for each of the boards. */
export function streetRows(boards, word) {
  const rows = html("ol", "two-rows", ...boards.map((board) => rowOf(board, word)));
  rows.dataset.cols = columnsOf(boards.length);
  return rows;
}

/** Of several tables that were not together: for each chair what most of them did otherwise, all counted together. */
export function togetherOf(boards) {
  const others = boards.map(({ findings }) => findings.other);
  const apart = others.filter(({ way }) => way === "all_together");
  const counted = apart.length ? apart : others;
  const deeds = ROLES.map((role) => {
    const all = counted.flatMap((one) => one.deeds.filter((deed) => deed.role === role && deed.lever));
    const levers = [...new Set(all.map(({ lever }) => lever))];
    const sizes = levers.map((lever) => all.filter((deed) => deed.lever === lever));
    const most = sizes.reduce((best, one) => (one.length > best.length ? one : best), []);
    const sum = (name) => most.reduce((total, deed) => total + deed[name], 0);
    return { role, lever: most[0]?.lever ?? "", count: sum("count"), of: sum("of"), own: sum("own") };
  });
  return { way: counted[0].way, deeds };
}

function rowOf(board, word) {
  const { table } = board;
  const { own, end, isSo } = movedTo(board);
  const drawn = moveOf(own, end, { width: 300, edge: 8, dot: 7 });
  const name = html(
    "span",
    "two-table",
    html("span", "visually-hidden", `${word("debrief.side_table")} `),
    String(table),
  );
  const told = isSo ? word("debrief.streets.already", { own: hundred(own) }) : `${hundred(own)} → ${hundred(end)}`;
  return html("li", "", name, drawn, html("b", "", told));
}
