/* Lays the grid of several streets out, by measuring what is said in it. */
import { BEATS } from "../../state/beats.js";
import { structure } from "../../state/structure.js";
import { at, put } from "../shared/dom.js";
import { SIZES } from "../street/sizes.js";
import { lookWord } from "../street/words.js";
import { WORDED_TABLES } from "./beat.js";
import { factOf, nobodyAt } from "./cells.js";
import { layoutOf } from "./layout.js";
import { word } from "../../state/words.js";

const LOOKS = [0, 0.45, 0.65, 0.9]; // a quality for each word of how a task looks
const BOLD = 650;
const PLAIN = 400;
const SIGN = 2; // times the size of words, as wide as a sign and what is around it
const ARROW = 0.8;
const ASKED = 9; // a sign and how often each place was asked
const BETWEEN = 0.45; // a name and its fact
const LONG_FROM = 0.95; // of the picture beside a brief fact, for one beside a long one
const ROOM = 0.7; // of the window's height, for many tables in every phase: what an outcome, with most words, leaves
const FACTS = ["00/0", "00,0", "✓"]; // and as wide as their facts are in any
const DRAWN_WHOLE = 4; // at most so many tables have a picture with signs in its lamps

/** The kind of picture that so many tables have. */
export const kindOf = (tables) => (tables <= DRAWN_WHOLE ? "strip" : "film");

/** Lay the grid out, with the long facts where that costs the pictures little; answers {place, form}, where the words
 * stand and which facts fit. */
export function arrange(grid, boards, room) {
  const style = getComputedStyle(grid);
  const least = parseFloat(getComputedStyle(at("many")).fontSize);
  const [wide, plain] = [BOLD, PLAIN].map((weight) => widthIn(weight, least, style.fontFamily));
  const { width, height } = SIZES[kindOf(boards.length)];
  const codes = boards[0].tasks.map(({ code }) => code);
  const isMany = boards.length > WORDED_TABLES; // keep their places and sizes from phase to phase
  const taken = Math.max(...saidOf(codes, room).map(([text, more]) => plain(text) + (SIGN + more) * least));
  const named = Math.max(...codes.map((code) => plain(`${word(`task.${code}.name`)}: `)));
  const space = {
    count: boards.length,
    width: Math.floor(grid.getBoundingClientRect().width), // clientWidth may be more than there is
    height: isMany ? Math.min(grid.clientHeight, Math.floor(ROOM * innerHeight)) : grid.clientHeight,
    gap: [style.columnGap, style.rowGap].map((gap) => parseFloat(gap) || 0),
    ratio: width / height,
    least,
    word: taken,
    full: named + (room.phase === "agree" ? ASKED * least : taken),
    lines: codes.length,
  };
  const name = wide(isMany ? "40" : word("ui.table", { table: boards.length }));
  const layoutWith = (form) => {
    const facts = boards.flatMap((board) => [0, BEATS].map((beat) => factOf(board, room, beat, boards.length)[form]));
    if (isMany) facts.push(...FACTS, ...boards.map((board) => nobodyAt(board, room)));
    const fact = Math.max(...[...new Set(facts)].map(wide));
    return { ...layoutOf({ ...space, head: name + BETWEEN * least + fact, stacked: Math.max(name, fact) }), form };
  };
  const [brief, long] = (isMany ? ["brief"] : ["brief", "long"]).map(layoutWith);
  const isAsGood = long?.worth >= LONG_FROM * brief.worth && isWorded(long) === isWorded(brief);
  const found = isAsGood ? long : brief;
  put(grid.dataset, "place", found.place);
  grid.classList.toggle("many-tables", isMany);
  const cell = (space.width - space.gap[0] * (found.columns - 1)) / found.columns;
  return { ...found, cell: cell - 0.1 };
}

/** Give a table's cell its measures. Each element has its own: a custom property of the whole grid would have every
 * shape of every picture styled anew. */
export function measure({ node, parts }, found) {
  const set = (element, name, value) => {
    if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
  };
  set(node, "width", `${found.cell.toFixed(1)}px`);
  set(node, "height", `${Math.floor(found.row)}px`);
  set(parts.picture, "width", `${Math.floor(found.picture)}px`);
  set(parts.side, "width", `${Math.floor(found.side)}px`);
  set(parts.side, "--per", String(found.per));
  set(parts.side, "--scale", String(found.scale));
}

/** Whether there is a line for each task. */
export const isWorded = ({ place }) => place === "beside" || place === "under";

/* All that may stand in a line in this phase with how much stands behind it, so that nothing moves when it does. */
function saidOf(codes, { phase }) {
  if (phase === "agree") return codes.map((code) => [word(`task.${code}.name`), 0]);
  const held = structure.holders.map((holder) => [word(`holder.${holder}`), 0]);
  if (phase === "act") return held;
  return [...held, ...codes.flatMap((code) => LOOKS.map((quality) => [lookWord({ code, quality }, word), ARROW]))];
}

const pen = document.createElement("canvas").getContext("2d");
function widthIn(weight, size, family) {
  return (text) => {
    pen.font = `${weight} ${size}px ${family}`;
    return pen.measureText(text).width;
  };
}
