/* The circles of several tables, unrolled: those that went round one way and those that went the other way, a row a
 * table with its figures while there is room for them, else how many there are. What is laid beside them has rows of
 * its own. */
import { besideOf, hasBefore } from "../../../state/beside.js";
import { circleTold, CODES, shapeOf, wholeHead, wholeShape } from "../../../state/circles.js";
import { hasTurns, turnOf } from "../../../state/steps.js";
import { html, table } from "../../shared/svg.js";
import { besideCircle } from "./circle_sides.js";
import { figuresOf } from "./circle_states.js";

const MOST_ROWS = 6; // with figures of their own
const MOST_ROOMY = 4; // with room between them
const MOST_TOLD = 2; // ways that say how one state brings the next
const ASK = "?";
const ALL_TOLD = 2; // presses until all states of several tables stand
const CLOSED = 3; // and how far a circle is told then
const TWO = 2; // tables have a circle each, more of them a row

/** The sides of several tables: a circle each of two, more of them unrolled; `ring(circle, scene)` draws one. */
export function circleSides(boards, { view, word, group }, ring) {
  const { beat } = view;
  if (hasTurns(view, boards.length)) {
    const turn = Math.min(turnOf(view, boards.length) ?? 0, boards.length - 1);
    return oneInTurn(boards[turn], { view, word, group }, ring);
  }
  const head = word(`debrief.circle.${beat >= ALL_TOLD ? "around" : "ask"}`);
  if (boards.length > TWO || group || boards.some(hasBefore))
    return [head, [], [unrolled(boards, group, beat + 2, word)]];
  const told = boards.filter(({ findings }) => findings?.circles.length);
  const rings = told.map(({ table: number, story, film, findings: { circles } }) => {
    const circle = circleTold(story, circles[0]);
    const drawn = ring(circle, {
      shape: shapeOf(circles[0]),
      story,
      film,
      word,
      beat: beat >= ALL_TOLD ? CLOSED : beat,
    });
    return html("section", "", html("h3", "side-title", word("debrief.table", { table: number })), drawn);
  });
  return [head, [], [html("div", "circle-two", ...rings)]];
}

/* The circle of the table whose turn it is; of the first one it is asked before. */
function oneInTurn(board, { view: { beat }, word, group }, ring) {
  const { table: number, story, film, findings } = board;
  const told = findings?.circles[0];
  if (!told) return ["", [], []];
  const circle = circleTold(story, told);
  const scene = { shape: shapeOf(told), story, film, word, beat: beat ? CLOSED : 0 };
  const head = word(`debrief.circle.${beat ? wholeHead(circle) : "ask"}`);
  const drawn = besideCircle(ring(circle, scene), { ...board, group }, scene, ring);
  return [`${word("debrief.table", { table: number })} · ${head}`, [], [drawn]];
}

/* The circles of `boards` as far as their first so many (`told`) states, with those of their games before or of an
 * earlier `group` where that is beside them. */
function unrolled(boards, group, told, word) {
  const own = boards.flatMap((board) => gamesOf(board, word));
  const isRoomy = own.length < MOST_ROWS && !boards.some(hasBefore);
  const games = isRoomy ? [...own, ...ofGroup(group, word)] : own;
  const went = CODES.map((code) => [code, games.filter(({ circle }) => circle?.code === code)]);
  const ways = went.filter(([, going]) => going.length);
  const how = { isNamed: games.length <= MOST_ROWS, isShort: ways.length > MOST_TOLD, told };
  const drawn = ways.map(([code, going]) => wayOf(going, { shape: wholeShape(code), ...how }, word));
  const unrolledWays = html("div", "circle-ways", ...drawn);
  unrolledWays.dataset.many = games.length > MOST_ROOMY;
  unrolledWays.dataset.short = how.isShort;
  return unrolledWays;
}

/* What a table played, before this game too where that is laid beside it. */
function gamesOf(board, word) {
  const name = word("debrief.table", { table: board.table });
  const own = { name, story: board.story, circle: board.findings?.circles[0], isBefore: false };
  if (!hasBefore(board)) return [own];
  return [own, before(besideOf(board), `${name}, ${word("debrief.beside.earlier")}`)];
}

function ofGroup(group, word) {
  const other = besideOf({}, group);
  return other ? [before(other, word(`debrief.beside.${other.code}`))] : [];
}

const before = ({ story }, name) => ({ name, story, circle: story.circles[0], isBefore: true });

function wayOf(games, { shape: { states, verbs }, isNamed, isShort, told }, word) {
  const heads = states.map((state, i) => (i < told ? word(`debrief.circle.${state}`) : ASK));
  if (isNamed) {
    const rows = games.map(({ name, story, circle: own }) => {
      const circle = circleTold(story, own);
      const figureOf = (state) => {
        const [figure] = figuresOf(state, circle, word);
        return circle.held.includes(state) ? `${word("debrief.circle.not_here")} ${figure}` : figure;
      };
      return [name, ...states.map((state, i) => (i < told ? figureOf(state) : ASK))];
    });
    return table(
      word("debrief.circle.around"),
      [word("debrief.side_table"), ...heads.map((head) => (head === ASK ? ASK : `${head}\u00a0→`))],
      rows,
    );
  }
  return html(
    "section",
    "circle-way",
    html("b", "figure", countOf(games, word)),
    wayThrough(heads, isShort ? [] : verbs, told, word),
  );
}

/* The states one after the other, each with the verb to the next under it where there is room (`verbs`); the last goes
 * back to the first. */
function wayThrough(heads, verbs, told, word) {
  const isWhole = told >= heads.length;
  const verb = (i) => (verbs.length && (i < told - 1 || isWhole) ? `${word(`debrief.circle.verb.${verbs[i]}`)} ` : "");
  const items = heads.slice(0, told + 1).map((head, i) => {
    const arrow = i < told ? `${verb(i)}→` : "";
    return html("li", "", html("b", "", head), ...(arrow ? [html("i", "", arrow)] : []));
  });
  return html("ol", "way-states", ...items);
}

/* At how many tables; and at how many it had gone that way before, where that is known. */
function countOf(games, word) {
  const before = games.filter(({ isBefore }) => isBefore).length;
  const now = word("debrief.what_happened.at_tables", { count: games.length - before });
  return before ? `${now} (${word("debrief.beside.earlier")}: ${before})` : now;
}
