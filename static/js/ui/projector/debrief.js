/* The debrief on the projector: one table's picture, or those of every table side by side, at most six at a time;
 * and what the room wrote. */
import { isTryOut } from "../debrief/charts/blocks.js";
import { markHeld } from "../debrief/charts/holding.js";
import { codeOf, isFinale, shownOf } from "../../state/finale.js";
import { drawOne } from "../debrief/one.js";
import { pictureOf } from "../debrief/pictures.js";
import { drawSideBySide, isPerTable } from "../debrief/sides.js";
import { at, say, write } from "../shared/dom.js";
import { drawFinale } from "./finale.js";
import { silentChairs } from "./silent.js";
import { columns } from "./streets.js";
import { longestOf } from "../../state/stories.js";
import { isShort, layoutOf, pagesOf } from "../../state/wall_pages.js";
import { word } from "../../state/words.js";

const MOST = 6;
const WORDS = [60, 40, 30, 24, 18, 15, 13, 11, 10, 9, 8, 7, 6, 5, 4];
const SIZES = ["huge", "large", "", "small"]; // the largest that fits; of few words more than of many
const LETTERS = ["largest", "large", ""];
const FEW_WORDS = 12;
const HUNDRED = 100;
const drawing = document.createElement("canvas").getContext("2d");

/** Draw the step that is shown; `pages` says which tables' or texts' turn it is. */
export function drawDebrief(now, boards, fresh, pages) {
  const view = shownOf(now.debrief, longestOf(boards).rounds.length);
  const room = { ...now, debrief: view };
  document.body.dataset.picture = codeOf(now.debrief);
  const one = boards.length === 1 ? boards[0] : boards.find((board) => board.table === view.table);
  const isEnd = isFinale(view, longestOf(boards));
  const finale = boards.length > 1 ? "debrief.feeling.finale_many" : "debrief.feeling.finale";
  const title = word(isEnd ? finale : `debrief.${view.step}.title`);
  say(at("range"), "");
  at("story").dataset.layout = one ? "one" : "many";
  const head = isEnd ? "" : (pictureOf(view).head?.(view, boards, word) ?? "");
  const isOfAll = isEnd || (pictureOf(view).ofRoom ?? false); // not a table's
  write(
    at("debrief-title"),
    head || (one && boards.length > 1 && !isOfAll ? `${title} · ${word("ui.table", { table: one.table })}` : title),
  );
  const isEarly = isTryOut(longestOf(boards)) && !isEnd && !pictureOf(view).unplayed;
  say(at("try-out"), isEarly ? word("debrief.try_out") : "");
  at("finale").hidden = !isEnd;
  at("story").hidden = isEnd;
  if (isEnd) return drawFinale(room, boards);
  if (isOfAll) drawVoices(room, { ...(one ?? { ...boards[0], film: [] }), boards }, pages);
  else if (one) drawOne(at("story"), one, view, word, besideAll(room));
  else drawTables(room, boards, pages);
  markHeld(at("story"));
  if (fresh) at("story").scrollTo(0, 0);
}

function drawTables(room, boards, pages) {
  const view = room.debrief;
  const shown = isPerTable(view, boards.length) ? pages.of(boards, MOST) : boards;
  if (shown.length < boards.length)
    say(
      at("range"),
      word("ui.projector.tables_range", {
        first: shown[0].table,
        last: shown[shown.length - 1].table,
        count: boards.length,
      }),
    );
  drawSideBySide(at("story"), boards, shown, view, word, columns(shown.length), {
    ...besideAll(room),
    dots: room.dots,
    alike: room.alike,
  });
}

/* What the room said, and what is laid beside its games. */
const besideAll = (room) => ({ voices: room.voices, groups: room.earlier_groups, group: room.earlier_group });

function drawVoices(room, board, pages) {
  const { voices, debrief: view } = room;
  at("story").dataset.layout = "one";
  if (view.step === "feeling") return drawWords(room, board);
  const shown =
    view.part === "wall" && voices.posts.length ? pages.of(pagesOf(voices.posts, widthOf), 1)[0] : voices.posts;
  drawOne(at("story"), board, view, word, { voices: { ...voices, posts: shown } });
  const cards = at("story").querySelector(".cards");
  if (cards) {
    Object.assign(cards.dataset, { layout: layoutOf(shown), short: isShort(shown, widthOf) });
    enlarge(cards);
  }
  if (shown.length === voices.posts.length) return;
  const first = voices.posts.indexOf(shown[0]) + 1;
  say(at("range"), word("debrief.wall.page", { first, last: first + shown.length - 1, count: voices.posts.length }));
}

/* The largest letters with which every text of a page is whole. */
function enlarge(cards) {
  const texts = [...cards.querySelectorAll(".card-text")];
  LETTERS.some((letters) => {
    cards.dataset.letters = letters;
    return texts.every((text) => text.scrollHeight <= text.clientHeight + 1);
  });
}

/* As many words as fit; few of them as large as they fit. */
function drawWords(room, board) {
  for (const most of WORDS) {
    drawOne(at("story"), board, room.debrief, word, { voices: room.voices, most });
    if (room.debrief.part === "wall") at("story").append(...silentChairs(room.voices.posts, word));
    const cloud = at("story").querySelector(".cloud");
    if (!cloud || fits(cloud)) return;
  }
}

function fits(cloud) {
  const sizes = cloud.children.length > FEW_WORDS ? SIZES.slice(2) : SIZES;
  return sizes.some((size) => {
    cloud.dataset.size = size;
    return cloud.scrollHeight <= cloud.clientHeight + 1 && cloud.scrollWidth <= cloud.clientWidth + 1;
  });
}

/* How wide a text is, in times its height. */
function widthOf(text) {
  drawing.font = `${HUNDRED}px system-ui, sans-serif`;
  return drawing.measureText(text).width / HUNDRED;
}
