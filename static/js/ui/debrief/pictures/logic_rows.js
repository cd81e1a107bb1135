/* Sensible for whom, at several tables: a row a table in the order of their numbers, a bar a chair, and once that is
 * asked for what became of its street. */
import { frameOf } from "../../../state/film.js";
import { lastOf } from "../../../state/lists.js";
import { comparedBy, countsOf } from "../../../state/reasons.js";
import { ROLES } from "../../../state/roles.js";
import { hundred } from "../../../state/series.js";
import { html } from "../../shared/svg.js";
import { momentBar } from "../charts/moment_bar.js";
import { roleMark } from "../charts/roles.js";
import { stillOf } from "../stills.js";

const MOST_WORDED = 3;
const LOOKED_AT = ROLES.map((role) => [role, comparedBy(role)]);

/** The rows of `boards`; `hasStreets` once the room has seen the bars. */
export function logicRows(boards, hasStreets, word) {
  const heads = LOOKED_AT.map(([role, option]) =>
    head(roleMark(role), word(`debrief.way.${option}`), html("span", "visually-hidden", ` (${word(`roles.${role}`)})`)),
  );
  const top = html("tr", "", html("td"), ...heads, head(word("debrief.sensible.street")));
  const rows = boards.map((board) => rowOf(board, hasStreets, word));
  const caption = html("caption", "visually-hidden", word("debrief.sensible.logic"));
  const made = html("table", "logic-rows", caption, html("thead", "", top), html("tbody", "", ...rows));
  made.dataset.many = boards.length > MOST_WORDED; // then the bars say it
  return made;
}

function head(...content) {
  const cell = html("th", "", ...content);
  cell.scope = "col";
  return cell;
}

function rowOf({ table, story, film, findings }, hasStreets, word) {
  const name = html("th", "", word("debrief.table", { table }));
  name.scope = "row";
  const cells = LOOKED_AT.map(([role, option]) => cellOf(role, option, findings?.sensible?.[role], word));
  const last = story.rounds.length - 1;
  const street = [
    stillOf(frameOf(story, film, last), "film", word),
    html("b", "figure", hundred(lastOf(story.rounds).quality)),
  ];
  return html("tr", "", name, ...cells, html("td", "logic-street", ...(hasStreets ? street : [])));
}

/* Its bar with the numbers: how often it paid, of how many, and how often it was done. */
function cellOf(role, option, rounds, word) {
  const counts = countsOf(option, rounds ?? []);
  if (!counts.of) return html("td", "", word("debrief.logic.nothing"));
  return html("td", "", momentBar(role, counts), html("span", "", word("debrief.logic.short", counts)));
}
