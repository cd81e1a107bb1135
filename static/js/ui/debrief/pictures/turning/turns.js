/* Where it turned: first the street round by round with its line, to point at; then what was found, at most three, each
 * with the street before and after, by a press of its own. Several tables have one each, in order of number. */
import { frameOf, startFrame } from "../../../../state/film.js";
import { structure } from "../../../../state/structure.js";
import { spanHead } from "../../../../state/spans.js";
import { html } from "../../../shared/svg.js";
import { roleMark } from "../../charts/roles.js";
import { hundred } from "../../../../state/series.js";
import { deedsOf, isThere, nameOf, sentenceOf, stepOf } from "../../../../state/turns.js";
import { plotOf, stillOf } from "../../stills.js";
import { markOf } from "../under_line.js";

const { most_in_turn: MOST_DRAWN } = structure;
const AFTER = ["mended", "ruled"]; // what came of them is to be seen a round later
const ALIKE = ["purse_broke", "ran_thin"]; // what they change is not to be seen in a street

export const picture = {
  untitled: true, // so that the names of the tables are the headings
  perTable: (count) => count <= MOST_DRAWN,
  one({ story, film, findings }, { view, word, wall, walls }) {
    const turns = findings?.turns ?? [];
    const turn = turns[Math.min(view.beat, turns.length) - 1];
    if (turn) return [html("div", "turn-cards", card(turn, { story, film, word, wall }))];
    const drawn = wall ? [walls.turnsLine(story, film, word)] : [];
    return [...drawn, html("p", "film-line", word("debrief.turning.ask"))];
  },
  sides: (boards, scene) => scene.walls.turnSides(boards, scene, { streets, what }),
  preview: { many: (view, tables) => ["turning.turns.many", tables <= MOST_DRAWN ? "sides" : ""] },
};

/* One turn: its pair of pictures, what happened where no figure says it, and the weightiest that was done; a phone has
 * all that was done. */
function card(turn, scene) {
  const { word, wall } = scene;
  const told = wall && turn.manner === "deeds" ? [] : deedsOf(turn, word).slice(0, wall ? 1 : undefined);
  const deeds = told.map((deed) => html("li", "", ...(deed.role ? [roleMark(deed.role)] : []), deed.told));
  return html(
    "section",
    "turn-card",
    html("h2", "", html("span", "turn-round", roundsOf(turn, word)), nameOf(turn, scene.story.rounds.length, word)),
    streets(turn, scene),
    ...(hasFigures(turn) ? [] : [what(turn, word)]),
    ...within(turn, deeds.length > 0, word).map((said) => html("p", "turn-there", said)),
    ...(deeds.length ? [html("ul", "turn-deeds", ...deeds)] : []),
  );
}

/* What fell or rose has its figures under the streets, and needs no sentence. */
const hasFigures = ({ kind }) => /^(ownership|quality)_/.test(kind);

/* Where it moved furthest, and where what was done is counted: at some tasks, or in some rounds. */
function within(turn, hasDeeds, word) {
  const step = hasFigures(turn) ? stepOf(turn, word) : "";
  const told = [step, countedIn(turn, hasDeeds, word)].filter(Boolean).join(" ");
  return told ? [told] : [];
}

function countedIn(turn, hasDeeds, word) {
  if (hasFigures(turn) && turn.task) return word("debrief.turning.at_task", { task: word(`task.${turn.task}.name`) });
  if (isThere(turn)) return word("debrief.turning.at_tasks");
  return hasDeeds && turn.round < turn.until ? word("debrief.turning.in_rounds") : "";
}

const what = (turn, word) => html("p", "turn-what", sentenceOf(turn, word));

const roundsOf = ({ round, until }, word) => spanHead(round < until ? `${round}–${until}` : String(round), word);

/* The street, the one task that it happened to, or what felt like theirs, before and after, with its figures; `isTold`
 * where a sentence about it stands beside it. */
function streets(turn, { story, film, word, wall, isTold = false }) {
  const isOurs = turn.measure === "ownership" && hasFigures(turn);
  // What is theirs has a value before round 1 too; the rest is of rounds.
  const first = isOurs ? -1 : 0;
  const ends = (by) =>
    [Math.max(first, turn.round - 2), turn.until - 1].map((index) => Math.min(index + by, film.length - 1));
  const [from, to] = ends(AFTER.includes(turn.kind) ? 1 : 0);
  const shown = from < to && !ALIKE.includes(turn.kind) ? [from, to].slice(0, isBack(turn, story, to) ? 1 : 2) : [to];
  const k = hasFigures(turn) && !isOurs && !turn.task ? mostMoved(turn, story, shown) : story.tasks.indexOf(turn.task);
  const drawnOf = (index) => {
    if (isOurs) return markOf(["ownership"], { story, film, word }, index);
    const frame = index < 0 ? startFrame(story, film) : frameOf(story, film, index);
    return k < 0 ? stillOf(frame, wall ? "strip" : "film", word) : plotOf(frame, k, word);
  };
  const named = k < 0 || turn.task ? "" : ` · ${word(`task.${story.tasks[k]}.name`)}`;
  const isOfOne = isThere(turn) && k >= 0; // whose figures are not those of a sentence about all that turned
  const figures = hasFigures(turn) && !(isOfOne && isTold) ? figuresOf(turn, isOfOne ? own(story, shown, k) : []) : [];
  const drawn = shown.map((index, place) => {
    const name = `${index < 0 ? word("debrief.start") : word("debrief.round_head", { round: index + 1 })}${named}`;
    const isOf = isOurs || k >= 0;
    return html("li", isOf ? "of-task" : "", html("b", "", name), drawnOf(index), ...figures.slice(place, place + 1));
  });
  const list = html("ol", "turn-streets", ...drawn);
  list.dataset.count = shown.length;
  return list;
}

/* Whether something went wrong there again before one could see what was put right. */
function isBack({ kind, task }, { rounds, tasks }, to) {
  return kind === "mended" && rounds[to].tasks[tasks.indexOf(task)].incident;
}

/* What stands under the two pictures: the figures of the one place that they show, else those of what turned. */
const figuresOf = ({ before, value }, [from = before, to = value]) =>
  [from, to].map((figure) => html("b", "figure", hundred(figure)));
const own = ({ rounds }, shown, k) => shown.map((index) => rounds[index].tasks[k].quality);

/* Where quality turned at some of the tasks: the one at which it moved most, -1 where it was at all of them. */
function mostMoved(turn, { rounds }, shown) {
  if (!isThere(turn)) return -1;
  const [first, last] = [shown[0], shown[shown.length - 1]].map((index) => rounds[index].tasks);
  const sign = turn.value < turn.before ? -1 : 1;
  const moved = first.map(({ quality }, k) => sign * (last[k].quality - quality));
  return moved.indexOf(Math.max(...moved));
}
