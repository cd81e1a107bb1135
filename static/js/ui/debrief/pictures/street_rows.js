/* The last round twice, of several tables: a row each, in order of number, from how it went to all chairs together. */
import { movedTo, TOGETHER } from "../../../state/other_way.js";
import { ROLES } from "../../../state/roles.js";
import { hundred } from "../../../state/series.js";
import { html } from "../../shared/svg.js";
import { moveOf } from "../charts/move.js";
import { roleMark } from "../charts/roles.js";
import { columnsOf } from "./row_columns.js";

/** A row for each of the boards. */
export function streetRows(boards, word) {
  const isRoomy = columnsOf(boards.length) === 1;
  const rows = html("ol", "two-rows", ...boards.map((board) => rowOf(board, isRoomy, word)));
  rows.dataset.cols = columnsOf(boards.length);
  return rows;
}

/** For each chair what most tables that were not together would have done otherwise, and at how many of them. */
export function togetherOf(boards, word) {
  const apart = boards.map(({ findings }) => findings.other).filter(({ way }) => way === TOGETHER);
  const items = ROLES.flatMap((role) => {
    const levers = apart.flatMap(({ deeds }) => deeds.filter((deed) => deed.role === role && deed.lever));
    const counts = new Map();
    for (const { lever } of levers) counts.set(lever, (counts.get(lever) ?? 0) + 1);
    const [most] = [...counts].sort(([, one], [, other]) => other - one);
    if (!most) return [];
    const told = word(`debrief.streets.most.${most[0]}`, { count: most[1], of: boards.length });
    return [html("li", "", roleMark(role), html("b", "", `${word(`roles.${role}`)}: `), told)];
  });
  return html("ul", "two-list", ...items);
}

function rowOf(board, isRoomy, word) {
  const { table } = board;
  const { own, end, isSo } = movedTo(board);
  const drawn = moveOf(own, end, { width: isRoomy ? 700 : 300, edge: 10, dot: isRoomy ? 9 : 7 });
  const side = html("span", isRoomy ? "" : "visually-hidden", `${word("debrief.side_table")} `);
  const name = html("span", "two-table", side, String(table));
  const told = isSo ? word("debrief.streets.already", { own: hundred(own) }) : `${hundred(own)} → ${hundred(end)}`;
  return html("li", "", name, drawn, html("b", "", told));
}
