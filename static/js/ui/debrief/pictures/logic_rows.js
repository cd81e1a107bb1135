/* Sensible for whom, at several tables: a row a table in the order of their numbers, each chair with its own strongest
 * reason there, and once that is asked for what became of the street. */
import { frameOf } from "../../../state/film.js";
import { lastOf } from "../../../state/lists.js";
import { qualityOf, waysOf } from "../../../state/moments_counted.js";
import { chosenOf, countTold, otherWay, reasonOf, reasonTold, toldOf } from "../../../state/reasons.js";
import { ROLES } from "../../../state/roles.js";
import { hundred } from "../../../state/series.js";
import { html } from "../../shared/svg.js";
import { shareBar } from "../charts/funding.js";
import { roleMark } from "../charts/roles.js";
import { tableDots } from "../charts/table_dots.js";
import { stillOf } from "../stills.js";

const MOST_WORDED = 3;

const TITLE = "debrief.sensible.logic";

/** The sides of several tables: a row each, many a dot; a press later what became of the streets. */
export function logicSides(boards, { view, word, dots }) {
  const told = view.beat ? streetsTold(boards, word) : "";
  if (dots.length) {
    const line = told || word("debrief.logic.dots.ask");
    return [word("debrief.logic.dots.title"), [], [tableDots(dots, null, word), html("p", "film-line", line)]];
  }
  const key = html(
    "ul",
    "chart-key",
    html("li", "", word(isWhole(boards) ? "debrief.logic.key" : "debrief.logic.key_short")),
  );
  key.classList.toggle("of-rows", !isWhole(boards)); // bars that a narrow wall leaves out
  const line = told ? [html("p", "film-line", told)] : [];
  return [word(TITLE), [key], [logicRows(boards, view.beat > 0, word), ...line]];
}

/* How many streets went which way. */
function streetsTold(boards, word) {
  const { fell, rose } = waysOf(boards.map(({ story }) => qualityOf(story)));
  return word("debrief.logic.street_ways", { down: fell, up: rose, of: boards.length });
}

/* Whether so few tables have whole sentences. */
const isWhole = (boards) => boards.length <= MOST_WORDED;

/* The rows of `boards`; `hasStreets` once the room has seen the bars. */
function logicRows(boards, hasStreets, word) {
  const heads = ROLES.map((role) => head(roleMark(role), word(`roles.${role}`)));
  const top = html("tr", "", head(word("debrief.side_table")), ...heads, head(word("debrief.sensible.street")));
  const rows = boards.map((board) => rowOf(board, hasStreets, isWhole(boards), word));
  const caption = html("caption", "visually-hidden", word(TITLE));
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
  return html("tr", "", name, ...cells, html("td", "logic-street", ...(hasStreets ? street : ["?"])));
}

/* From its best, where it came down from there; else from how it began. */
function fromOf(values) {
  const best = Math.max(...values);
  return best > lastOf(values) ? best : values[0];
}

/* The reason that was strongest at this table, in a sentence or of many tables in a word, and how often that way was
 * chosen. */
function cellOf(role, rounds, story, inWhole, word) {
  const reason = reasonOf(role, rounds ?? []);
  if (!reason) return html("td", "", word("debrief.logic.nothing"));
  const { option } = reason;
  const isMost = toldOf(reason).code === option;
  const { count, other, of } = chosenOf(option, story);
  const chosen = isMost ? count : other;
  const way = word(`debrief.way.${isMost ? option : otherWay(option)}`);
  const figures = of ? `${chosen}/${of}` : `${chosen}×`;
  const told = inWhole
    ? [`${reasonTold(reason, word)}: `, html("b", "", countTold(option, !isMost, story, word))]
    : [`↑ ${way} `, html("b", "", figures)];
  return html("td", "", shareBar(of ? chosen / of : 0, role), html("span", "", ...told));
}
