/* What several streets have to have room for, and so how they stand: of 13 tables and more the same in every phase
 * (decision 37), so that no street moves. Knows texts and figures, and no page: whoever asks measures the texts. */
import { BEATS } from "../../state/beats.js";
import { structure } from "../../state/structure.js";
import { word } from "../../state/words.js";
import { SIZES } from "../street/sizes.js";
import { lookWord } from "../street/words.js";
import { WORDED_TABLES } from "./beat.js";
import { allWord, factOf, isHeldAlike, nobodyAt } from "./cells.js";
import { layoutOf } from "./layout.js";
import { TOLD_TABLES } from "./stories.js";

const LOOKS = [0, 0.45, 0.65, 0.9]; // a quality for each word of how a task looks
const SIGN = 2; // times the size of words, as wide as a sign and what is around it
const SLACK = 0.2; // without a sign, so that what is measured to the letter does not break
const ARROW = 0.8;
const ASKED = 9; // a sign and how often each place was asked
const BETWEEN = 0.45; // a name and its fact
const LONG_FROM = 0.95; // of the picture beside a brief fact, for one beside a long one
const ROOM = 0.69; // of the window's height, for many tables in every phase: what the first *act* and an outcome leave
const SAID_AT = [0, 3, BEATS]; // the beats of an outcome at which other facts are said
const STORY = 4; // lines, where a story is told and tasks have no lines
const FACTS = ["00,0", "✓"]; // and as wide as their facts are in any,
const COUNTED = { few: "0/0", many: "00/00" }; // of the people at a table, which has at most twelve seats
const FEW = 4; // residents, where there are fewer than ten seats
const DRAWN_WHOLE = 4; // at most so many tables have a picture with signs in its lamps

/** The kind of picture that so many tables have. */
export const kindOf = (tables) => (tables <= DRAWN_WHOLE ? "strip" : "film");

/** Whether there are so many tables that all keep their places and sizes from phase to phase. */
export const isMany = (tables) => tables > WORDED_TABLES;

/** Whether there is a line for each task. */
export const isWorded = ({ place, bare }) => !bare && (place === "beside" || place === "under");

/** How the streets of `boards` stand in `space`: a layout (layout.js) with its `form`, the long facts where that costs
 * the pictures little. `space` is {width, height, gap: [across, down], least, inner}, in px: `least` is the size of the
 * smallest words, `inner` the height of the window. `wide` and `plain` say how wide a bold and a plain text is. */
export function placesOf(boards, room, space, { wide, plain }) {
  const { least } = space;
  const many = isMany(boards.length);
  const codes = boards[0].tasks.map(({ code }) => code);
  const { width, height } = SIZES[kindOf(boards.length)];
  const isOneLine = !many && room.phase === "act" && boards.every(isHeldAlike); // which stays so until the outcome
  const taken = Math.max(...saidOf(codes, room, isOneLine).map(([text, more]) => plain(text) + (SIGN + more) * least));
  const named = Math.max(...codes.map((code) => plain(`${word(`task.${code}.name`)}: `)));
  const needs = {
    count: boards.length,
    width: space.width,
    height: many ? Math.min(space.height, Math.floor(ROOM * space.inner)) : space.height,
    gap: space.gap,
    ratio: width / height,
    least,
    word: taken,
    full: isOneLine ? taken : named + (room.phase === "agree" ? ASKED * least : taken),
    lines: isOneLine ? 1 : codes.length,
    told: room.phase === "outcome" && boards.length <= TOLD_TABLES ? STORY : 0,
  };
  const name = wide(
    many ? String(Math.max(40, ...boards.map(({ table }) => table))) : word("ui.table", { table: boards.length }),
  );
  const beats = room.phase === "outcome" ? SAID_AT : [0];
  const nobody = boards.find((board) => nobodyAt(board, room));
  const layoutWith = (form) => {
    const facts = boards.flatMap((board) => beats.map((beat) => factOf(board, room, beat, boards.length)[form]));
    if (many) facts.push(...FACTS, countOf(boards), nobody ? nobodyAt(nobody, room) : "");
    const fact = Math.max(...[...new Set(facts)].map(wide));
    return {
      ...layoutOf({ ...needs, head: name + BETWEEN * least + fact, stacked: Math.max(name, fact) }),
      form,
      ratio: needs.ratio,
    };
  };
  const [brief, long] = (many ? ["brief"] : ["brief", "long"]).map(layoutWith);
  const isAsGood = long?.worth >= LONG_FROM * brief.worth && isWorded(long) === isWorded(brief);
  return isAsGood ? long : brief;
}

const countOf = (boards) => COUNTED[boards.every(({ street }) => street.residents <= FEW) ? "few" : "many"];

/* All that may stand in a line in this phase with how much stands behind it, so that nothing moves when it does. */
function saidOf(codes, { phase }, isOneLine) {
  if (phase === "agree")
    return [
      ["", ASKED - SIGN],
      [`${allWord()}: `, ASKED - 2 * SIGN],
    ]; // which has no sign
  const held = structure.holders.map((holder) => [word(`holder.${holder}`), 0]);
  const alike = structure.holders.map((holder) => [`${allWord()}: ${word(`holder.${holder}`)}`, SLACK - SIGN]);
  if (isOneLine) return alike;
  if (phase === "act") return [...held, ...alike];
  return [...held, ...codes.flatMap((code) => LOOKS.map((quality) => [lookWord({ code, quality }, word), ARROW]))];
}
