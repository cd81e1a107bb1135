/* Where it turned: first the street round by round with its line, to point at; then what was found, at most three, each
 * with the street before and after. Several tables have one each, in order of number. */
import { frameOf, roundName, startFrame } from "../../../../state/film.js";
import { structure } from "../../../../state/structure.js";
import { html } from "../../../shared/svg.js";
import { lineKey } from "../../charts/keys.js";
import { lineChart } from "../../charts/line.js";
import { roleMark } from "../../charts/roles.js";
import { hundred, measuresOf } from "../../../../state/series.js";
import { nameColumns, roomOf, streetLine } from "../../charts/street_line.js";
import { biggest, deedsOf, isThere, nameOf, sentenceOf } from "../../../../state/turns.js";
import { plotOf, stillOf } from "../../stills.js";
import { markOf } from "../under_line.js";

const { most_in_turn: MOST_DRAWN } = structure;
const MOST_BESIDE = 2; // more tables have a row each
const ROOMY = 240; // characters of a card that have room for a large picture, where the others are a whole street
const OF_TASK = 70; // how many fewer beside the picture of a task, which is higher
const LONG_HEAD = { over: 30, costs: 30 }; // characters of a head that takes a line more
const ALIKE = ["purse_broke", "ran_thin"]; // what they change is not to be seen in a street
const MOST_DEEDS = 2; // on a wall that has little room; phones and paper have all of them
// What turns are about: how the street looked, and whether it was theirs.
const LINES = ["quality", "ownership"];
const NAMES = { quality: "debrief.sensible.street", ownership: "debrief.mark.ownership" };

export const picture = {
  untitled: true, // so that the names of the tables are the headings
  perTable: (count) => count <= MOST_DRAWN,
  one({ story, film, findings }, { view, word, wall }) {
    const turns = findings?.turns ?? [];
    if (!view.beat || !turns.length) return [whole(story, film, word, wall), line(word("debrief.turning.ask"))];
    const isDense = wall && turns.some((turn) => sizeOf(turn, story, word) > ROOMY);
    const cards = html("div", "turn-cards", ...turns.map((turn) => card(turn, { story, film, word, wall })));
    cards.dataset.count = turns.length;
    cards.dataset.dense = isDense;
    return [cards];
  },
  sides(boards, { view, word, size, each, beside, walls: { turnNames, turnRows } }) {
    const isFilmed = boards.every(({ film }) => film.length);
    if (!view.beat) {
      const [first] = boards;
      const options = (board) => measuresOf(board.story, view, LINES, word, beside(board));
      const drawn = isFilmed ? each((_, board) => lowChart({ ...options(board), size })) : [];
      return [word("debrief.turning.ask"), isFilmed ? [lineKey(options(first))] : [], drawn];
    }
    if (!isFilmed) return [word("debrief.turning.biggest"), [], [turnNames(boards, word)]];
    if (boards.length > MOST_BESIDE) return [word("debrief.turning.biggest"), [], [turnRows(boards, word)]];
    const draw = (story, { film, findings }) => {
      const turn = biggest(findings.turns);
      const name = html("p", "film-line", html("b", "", nameOf(turn, word)));
      return html("div", "turn-side", streets(turn, { story, film, word }), name, what(turn, word));
    };
    return ["", [], each(draw)];
  },
  preview: { many: (view, tables) => ["turning.turns.many", tables <= MOST_DRAWN ? "sides" : ""] },
};

/* A question and a key stand above them, so that they are low. */
function lowChart(options) {
  const drawn = lineChart(options);
  drawn.classList.add("is-low");
  return drawn;
}

const line = (told) => html("p", "film-line", told);

/* The street after every round, over the lines of what turns. */
function whole(story, film, word, wall) {
  const strip = html(
    "ol",
    "under-gardens",
    ...film.map((_, index) => {
      const name = html("b", "", roundName(index + 1, index, roomOf(film.length), word));
      return html("li", "", name, ...(wall ? [stillOf(frameOf(story, film, index), "film", word)] : []));
    }),
  );
  const named = (kind) => ({ kind, name: word(NAMES[kind]), values: story.rounds.map((one) => one[kind]) });
  const lines = streetLine(word("debrief.turning.title"), LINES.map(named), { height: 400 });
  const drawn = html("div", "under has-names", strip, lines);
  drawn.dataset.names = nameColumns(film.length);
  return drawn;
}

function card(turn, scene) {
  const { word } = scene;
  const told = deedsOf(turn, word).slice(0, scene.wall ? MOST_DEEDS : undefined);
  const deeds = told.map((deed) => html("li", "", ...(deed.role ? [roleMark(deed.role)] : []), deed.told));
  return html(
    "section",
    "turn-card",
    html("h2", "", badge(turn, word), nameOf(turn, word)),
    streets(turn, scene),
    ...(hasFigures(turn) ? [] : [what(turn, word)]),
    ...within(turn, deeds.length > 0, word).map((said) => html("p", "turn-there", said)),
    ...(deeds.length ? [html("ul", "turn-deeds", ...deeds)] : []),
  );
}

/* What fell or rose has its figures under the streets, and needs no sentence. */
const hasFigures = ({ kind }) => /^(ownership|quality)_/.test(kind);

/* Where what was done is counted: at some tasks, or in some rounds. */
function within(turn, hasDeeds, word) {
  if (hasFigures(turn) && turn.task) return [word("debrief.turning.at_task", { task: word(`task.${turn.task}.name`) })];
  if (isThere(turn)) return [word("debrief.turning.at_tasks", { count: turn.count, of: turn.of })];
  if (!hasDeeds) return [];
  if (turn.kind === "resisted") return [word("debrief.turning.in_all")];
  return turn.round < turn.until ? [word("debrief.turning.in_rounds")] : [];
}

/* How much room a card takes, in characters. */
function sizeOf(turn, story, word) {
  const said = hasFigures(turn) ? "" : sentenceOf(turn, word);
  const told = [said, ...deedsOf(turn, word).map((deed) => deed.told)].join(" ");
  const head = nameOf(turn, word).length > LONG_HEAD.over ? LONG_HEAD.costs : 0;
  return told.length + head + (story.tasks.includes(turn.task) ? OF_TASK : 0);
}

const what = (turn, word) => html("p", "turn-what", sentenceOf(turn, word));

function badge(turn, word) {
  const said = html("span", "visually-hidden", word("debrief.round"), " ");
  const isLong = turn.round < turn.until && turn.kind !== "resisted";
  return html("span", "turn-round", said, isLong ? `${turn.round}–${turn.until}` : String(turn.round));
}

/* The street, the one task that it happened to, or what felt like theirs, before and after, with its figures. */
function streets(turn, { story, film, word }) {
  const isOurs = turn.measure === "ownership" && hasFigures(turn);
  // What is theirs has a value before round 1 too; the rest is of rounds.
  const first = isOurs ? -1 : 0;
  const [from, to] = turn.kind === "resisted" ? [0, turn.until - 1] : [Math.max(first, turn.round - 2), turn.until - 1];
  const shown = from < to && !ALIKE.includes(turn.kind) ? [from, to] : [to];
  const k = hasFigures(turn) && !isOurs && !turn.task ? mostMoved(turn, story, shown) : story.tasks.indexOf(turn.task);
  const drawnOf = (index) => {
    if (isOurs) return markOf(["ownership"], { story, film, word }, index);
    const frame = index < 0 ? startFrame(story, film) : frameOf(story, film, index);
    return k < 0 ? stillOf(frame, "film", word) : plotOf(frame, k, word);
  };
  const figures = hasFigures(turn) ? [turn.before, turn.value].map((value) => html("b", "figure", hundred(value))) : [];
  const drawn = shown.map((index, place) => {
    const name = index < 0 ? word("debrief.start") : word("debrief.round_head", { round: index + 1 });
    const isOf = isOurs || k >= 0;
    return html("li", isOf ? "of-task" : "", html("b", "", name), drawnOf(index), ...figures.slice(place, place + 1));
  });
  const list = html("ol", "turn-streets", ...drawn);
  list.dataset.count = shown.length;
  return list;
}

/* Where quality turned at some of the tasks: the one at which it moved most, -1 where it was at all of them. */
function mostMoved(turn, { rounds }, shown) {
  if (!isThere(turn)) return -1;
  const [first, last] = [shown[0], shown[shown.length - 1]].map((index) => rounds[index].tasks);
  const sign = turn.value < turn.before ? -1 : 1;
  const moved = first.map(({ quality }, k) => sign * (last[k].quality - quality));
  return moved.indexOf(Math.max(...moved));
}
