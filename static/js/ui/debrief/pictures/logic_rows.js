/* Sensible for whom, at several tables: a row a table in the order of their numbers, each chair with its own strongest
 * reason there, and once that is asked for what became of the street. */
import { frameOf } from "../../../state/film.js";
import { lastOf } from "../../../state/lists.js";
import { qualityOf } from "../../../state/moments_counted.js";
import { reasonOf, TOGETHER } from "../../../state/reasons.js";
import { ROLES } from "../../../state/roles.js";
import { hundred } from "../../../state/series.js";
import { html, svg } from "../../shared/svg.js";
import { momentBar } from "../charts/moment_bar.js";
import { roleMark } from "../charts/roles.js";
import { stillOf } from "../stills.js";

const MOST_WORDED = 3;

/** Whether so few tables have whole sentences. */
export const isWhole = (boards) => boards.length <= MOST_WORDED;

/** The rows of `boards`; `hasStreets` once the room has seen the bars. */
export function logicRows(boards, hasStreets, word) {
  const heads = ROLES.map((role) => head(roleMark(role), word(`roles.${role}`)));
  const top = html("tr", "", head(word("debrief.side_table")), ...heads, head(word("debrief.sensible.street")));
  const rows = boards.map((board) => rowOf(board, hasStreets, isWhole(boards), word));
  const caption = html("caption", "visually-hidden", word("debrief.sensible.logic"));
  const made = html("table", "logic-rows", caption, html("thead", "", top), html("tbody", "", ...rows));
  made.dataset.many = !isWhole(boards); // then a reason is a few words
  return made;
}

function head(...content) {
  const cell = html("th", "", ...content);
  cell.scope = "col";
  return cell;
}

function rowOf({ table, story, film, findings }, hasStreets, inWhole, word) {
  const name = html("th", "", String(table));
  name.scope = "row";
  const cells = ROLES.map((role) => cellOf(role, findings?.sensible?.[role], inWhole, word));
  const values = qualityOf(story);
  const last = values.length - 1;
  const street = [
    stillOf(frameOf(story, film, last), "film", word),
    html("b", "figure", word("debrief.logic.street", { best: hundred(fromOf(values)), last: hundred(lastOf(values)) })),
  ];
  return html("tr", "", name, ...cells, html("td", "logic-street", ...(hasStreets ? street : [])));
}

/* From its best, where it came down from there; else from how it began. */
function fromOf(values) {
  const best = Math.max(...values);
  return best > lastOf(values) ? best : values[0];
}

/* Its bar, and the reason that was strongest at this table in a sentence, or of many tables in a few words. */
function cellOf(role, rounds, inWhole, word) {
  const reason = reasonOf(role, rounds ?? []);
  if (!reason) return html("td", "", word("debrief.logic.nothing"));
  const { option, of, paid } = reason;
  const way = word(`debrief.way.${paid ? option : TOGETHER}`);
  const told = inWhole
    ? word(`debrief.logic.${paid ? option : TOGETHER}`, { paid, of })
    : word("debrief.logic.short", { way, paid: paid || of, of });
  return html("td", "", momentBar(role, reason), html("span", "", told));
}

/** What the parts of such a bar are. */
export function momentBarKey(word) {
  const sample = (kind) => {
    const drawn = svg("rect", { class: `moment ${kind} resident`, x: 1, y: 1, width: 22, height: 14 });
    return svg("svg", { class: "chart-sample chart", viewBox: "0 0 24 16", "aria-hidden": "true" }, drawn);
  };
  const item = (kind) => html("li", "", sample(kind), word(`debrief.logic.key.${kind}`));
  return html("ul", "chart-key", item("paid"), item("taken"));
}
