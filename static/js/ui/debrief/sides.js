/* The debrief of several tables side by side: a small drawing each, or where that says nothing more one for all; or
 * all in one picture. */
import { compared } from "./charts/compare.js";
import { playedOf } from "../../state/stories.js";
import { html } from "../shared/svg.js";
import { pictureOf } from "./pictures.js";
import { WALLS } from "./walls.js";

/** Whether the picture that `view` shows has a drawing for each of `count` tables, and not one for all of them. */
export function isPerTable(view, count) {
  const picture = pictureOf(view);
  if (view.compare && picture.panels) return false;
  return picture.perTable?.(count) ?? false;
}

/** Draw the picture that `view` shows for the boards ({table, story, findings}) of `everybody` who finished a round; of
 * those with a drawing per table only those `onPage`, in `columns` columns. `voices` is what the room said, `groups`
 * are earlier groups, `group` a street of one, `dots` where many tables lie, `alike` what most have in common. */
export function drawSideBySide(container, everybody, onPage, view, word, columns, room = {}) {
  const { voices = null, groups = [], group = null, dots = [], alike = null } = room;
  const [boards, shown] = [playedOf(everybody), playedOf(onPage)];
  if (!boards.length) return container.replaceChildren(html("p", "story-intro", word("debrief.no_rounds")));
  const [heading, key, drawn] = drawnOf(boards, shown, { view, word, columns, voices, groups, group, dots });
  const title = heading ? [html("h2", "chart-title", heading)] : [];
  container.replaceChildren(...title, ...(isAsking(view) ? [] : common(alike, word)), ...key, ...drawn);
}

/* Where it turned is asked before it is said how it went. */
const isAsking = ({ step, beat }) => step === "turning" && !beat;

/* The one message for the room: how many tables have the same strongest loop, and ownership that went the same way. */
function common(alike, word) {
  if (!alike) return [];
  const { count, of, direction, change } = alike;
  const params = { count, of, moved: Math.round(100 * Math.abs(change)) };
  return [html("p", "story-claim", word(`debrief.alike.${direction}`, params))];
}

/* Title, key and drawings. The scene of a picture's `sides` is {view, word, voices, shown, size, each, beside,
 * group, dots}: `each(draw)` makes a card per shown table of what draw(story, board) gives, `beside(board)` is what
 * lies beneath the lines of a table. */
function drawnOf(boards, shown, { view, word, columns, voices, groups, group, dots }) {
  const picture = pictureOf(view);
  const title = word(`debrief.${view.step}.${view.part}`);
  if (view.compare && picture.panels) return compared(picture.panels(boards, view, word), title, word);
  if (!picture.sides) throw new Error(`${view.step}.${view.part} is of one table`);
  const each = (draw, across = columns) => [cards(shown, across, word, draw, picture.untitled ? "h2" : "h3")];
  const beside = ({ earlier }) => ({ earlier, groups });
  const size = shown.length > columns ? "wall" : "tall";
  return picture.sides(boards, { view, word, voices, shown, size, each, beside, group, dots, walls: WALLS });
}

function cards(boards, columns, word, draw, heading) {
  const made = boards.map((board) => {
    const title = html(heading, "side-title", word("debrief.table", { table: board.table }));
    return html("section", "side", title, draw(board.story, board));
  });
  const grid = html("div", "sides", ...made);
  grid.dataset.cols = columns;
  return grid;
}
