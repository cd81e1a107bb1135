/* Many tables at once: how each street stands at the end, by the number of its table, and how much it changed since its
 * first round, or since the end of the game before this one. */
import { besideOf, hasBefore } from "../../../state/beside.js";
import { frameOf } from "../../../state/film.js";
import { lastOf } from "../../../state/lists.js";
import { playedOf } from "../../../state/stories.js";
import { html } from "../../shared/svg.js";
import { changeOf } from "../../street/bands.js";
import { stillOf } from "../stills.js";

const COLUMNS = [
  [12, 4],
  [24, 6],
  [Infinity, 8],
];

/** In how many columns so many tables stand. */
export const columnsOf = (count) => COLUMNS.find(([most]) => count <= most)[1];

/** The last picture of every table that finished a round, in the order of their numbers, and what the marks mean. A
 * street of an earlier `group`, where it is laid beside them, comes last. */
export function lastOnes(boards, word, group = null) {
  const played = playedOf(boards);
  const other = played.some(hasBefore) ? null : besideOf({}, group);
  const items = [...played.map((board) => lastOne(board, word)), ...(other ? [otherOne(other, word)] : [])];
  const list = html("ol", "film-last", ...items);
  list.dataset.cols = columnsOf(items.length);
  const since = played.some(hasBefore) ? "again" : "first";
  return [list, html("p", "film-line", word(`debrief.film.since.${since}`))];
}

function lastOne(board, word) {
  const { table, story, street, own, earlier } = board;
  const last = story.rounds.length - 1;
  const frame = { ...frameOf(story, { [last]: street }, last), ...own };
  const before = hasBefore(board) ? lastOf(earlier.rounds) : story.rounds[0];
  const count = changeOf(story.rounds[last].quality, before.quality);
  const name = html("span", "visually-hidden", word("debrief.table", { table }));
  const number = html("b", "", String(table));
  number.setAttribute("aria-hidden", "true");
  const changed = word(`debrief.film.change.${signOf(count)}`, { count: Math.abs(count) });
  return html("li", "", html("p", "", name, number, html("span", "", changed)), stillOf(frame, "tile", word));
}

function otherOne({ code, story, film }, word) {
  const frame = frameOf(story, film, film.length - 1);
  const name = html("b", "", word(`debrief.beside.${code}`));
  return html("li", "other", html("p", "", name), stillOf(frame, "tile", word));
}

const signOf = (change) => (change > 0 ? "up" : change < 0 ? "down" : "same");
