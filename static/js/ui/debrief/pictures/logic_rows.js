/* Sensible for whom, at several tables: a row a table in the order of their numbers, each chair with its own strongest
 * reason there, and once that is asked for what became of the street. */
import { frameOf } from "../../../state/film.js";
import { lastOf } from "../../../state/lists.js";
import { qualityOf } from "../../../state/moments_counted.js";
import { chosenOf, countTold, otherWay, reasonOf, reasonTold, toldOf } from "../../../state/reasons.js";
import { ROLES } from "../../../state/roles.js";
import { hundred } from "../../../state/series.js";
import { html } from "../../shared/svg.js";
import { shareBar } from "../charts/funding.js";
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
  const cells = ROLES.map((role) => cellOf(role, findings?.sensible?.[role], story, inWhole, word));
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

/* The reason that was strongest at this table, in a sentence or of many tables in a few words, and how often it was
 * chosen. */
function cellOf(role, rounds, story, inWhole, word) {
  const reason = reasonOf(role, rounds ?? []);
  if (!reason) return html("td", "", word("debrief.logic.nothing"));
  const { option } = reason;
  const { code, often } = toldOf(reason);
  const isMost = code === option;
  const { count, other, of } = chosenOf(option, story);
  const chosen = countTold(option, !isMost, story, word);
  const way = word(`debrief.way.${isMost ? option : otherWay(option)}`);
  const short = word("debrief.logic.short", { way, often: word(`debrief.logic.often.${often}`) });
  const share = of ? (isMost ? count : other) / of : 0;
  const told = html("span", "", inWhole ? `${reasonTold(reason, word)}: ` : `${short}: `, html("b", "", chosen));
  return html("td", "", shareBar(share, role), told);
}

/** What the bars are. */
export function chosenKey(word) {
  return html("ul", "chart-key", html("li", "", word("debrief.logic.key")));
}
