/* Many tables at once: how each street stands at the end, by the number of its table, and how much it changed since its
 * first round, or since the end of the game before this one. */
import { besideOf, hasBefore } from "../../../state/beside.js";
import { frameOf } from "../../../state/film.js";
import { lastOf } from "../../../state/lists.js";
import { playedOf } from "../../../state/stories.js";
import { html } from "../../shared/svg.js";
import { changeOf } from "../../../state/changes.js";
import { createPictureOf } from "../../street/painted.js";
import { inTurn } from "../../street/turns.js";
import { describe } from "../../street/words.js";
import { stillOf } from "../stills.js";
import { theWorld } from "../world.js";

const COLUMNS = [
  [12, 4],
  [24, 6],
  [Infinity, 8],
];

const DRAWN = 12; // of more, each is painted in a turn of its own: drawn at once they were a second of a slow computer
const painted = new Map(); // by table or group -> { host, street, shown }

/** In how many columns so many tables stand. */
export const columnsOf = (count) => COLUMNS.find(([most]) => count <= most)[1];

/** The last picture of every table that finished a round, in the order of their numbers, and what the marks mean. A
 * street of an earlier `group`, where it is laid beside them, comes last. */
export function lastOnes(boards, word, group = null) {
  const played = playedOf(boards);
  const other = played.some(hasBefore) ? null : besideOf({}, group);
  const count = played.length + (other ? 1 : 0);
  const streetOf = (code, frame) => (count > DRAWN ? paintedOf(code, frame, word) : stillOf(frame, "tile", word));
  const items = played.map((board) => lastOne(board, streetOf, word));
  if (other) items.push(otherOne(other, streetOf, word));
  const list = html("ol", "film-last", ...items);
  list.dataset.cols = columnsOf(items.length);
  const since = played.some(hasBefore) ? "again" : "first";
  return [list, html("p", "film-line", word(`debrief.film.since.${since}`))];
}

function lastOne(board, streetOf, word) {
  const { table, story, street, own, earlier } = board;
  const last = story.rounds.length - 1;
  const frame = { ...frameOf(story, { [last]: street }, last), ...own };
  const before = hasBefore(board) ? lastOf(earlier.rounds) : story.rounds[0];
  const count = changeOf(story.rounds[last].quality, before.quality);
  const name = html("span", "visually-hidden", word("debrief.table", { table }));
  const number = html("b", "", String(table));
  number.setAttribute("aria-hidden", "true");
  const changed = word(`debrief.film.change.${signOf(count)}`, { count: Math.abs(count) });
  return html("li", "", html("p", "", name, number, html("span", "", changed)), streetOf(table, frame));
}

function otherOne({ code, story, film }, streetOf, word) {
  const frame = frameOf(story, film, film.length - 1);
  const name = html("b", "", word(`debrief.beside.${code}`));
  return html("li", "other", html("p", "", name), streetOf(code, frame));
}

/* The same element as before, so that nothing is painted anew where a street stays as it was. */
function paintedOf(code, frame, word) {
  const data = { ...frame, label: describe(frame, word) };
  const shown = JSON.stringify(data);
  if (!painted.has(code)) {
    const host = html("div", "still");
    painted.set(code, { host, street: createPictureOf(host, theWorld(), "painted"), shown: "" });
  }
  const one = painted.get(code);
  if (one.shown !== shown) inTurn(() => one.street.show(data));
  one.shown = shown;
  return one.host;
}

const signOf = (change) => (change > 0 ? "up" : change < 0 ? "down" : "same");
