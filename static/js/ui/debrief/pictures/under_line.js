/* One line of the undercurrent under the film: its mark in the street after every round and the line, point under
 * picture, on one axis; the marks and lines that came before stay. */
import { AT_START, frameOf, roundName, underOf } from "../../../state/film.js";
import { lastOf } from "../../../state/lists.js";
import { hundred } from "../../../state/series.js";
import { folded, html } from "../../shared/svg.js";
import { figures } from "../charts/blocks.js";
import { nameColumns, roomOf, streetLine } from "../charts/street_line.js";
import { plotOf, stillOf } from "../stills.js";
import { measured } from "./measured.js";

const NEARBY = "50 70 430 192"; // in units of a film's street, and of its shape

/** A picture called `title` of the line `kind`, with those of `before` soft behind it; a sentence `told` says from
 * where to where it went. */
export function underLine({ title, told, kind, before = [] }) {
  return {
    ...measured(title, [kind], { start: true }),
    small: true,
    one({ story, film }, { word, wall }) {
      const head = html("h2", "chart-title", word(title));
      const [from, to] = [story.start[kind], lastOf(story.rounds)[kind]].map(hundred);
      const sentence = html("p", "film-line", word(told, { from, to }));
      if (wall) return [head, drawnUnder(title, [...before, kind], { story, film, word }), sentence];
      const more = folded(word(title), figures(story, [kind], word, true), word("debrief.tables_below"));
      return [head, marksOf([...before, kind], { story, film, word }, [-1, film.length - 1]), sentence, more];
    },
  };
}

/** The marks of `kinds` over their lines: what a picture before this one lit stays lit. Lines but the last are soft,
 * with `both` none; `spots` are as in streetLine. */
export function drawnUnder(title, kinds, scene, { both = false, spots = [] } = {}) {
  const { story, word } = scene;
  const lines = kinds.map((kind, index) => ({
    kind,
    name: kinds.length > 1 ? word(`debrief.value.${kind}`) : "",
    isSoft: !both && index < kinds.length - 1,
    values: [story.start[kind], ...story.rounds.map((round) => round[kind])],
  }));
  const streets = lines[0].values.length;
  const room = kinds.length > 1 ? roomOf(streets) : streets;
  const marks = marksOf(kinds, { ...scene, room });
  const under = html(
    "div",
    "under",
    marks,
    streetLine(word(title), lines, { height: 290, marks: spots, between: both }),
  );
  if (kinds.length > 1) under.classList.add("has-names");
  under.dataset.names = nameColumns(streets);
  return under;
}

/* A garden for the whole street, before round 1 and after every round (on a phone after the last), as well kept and
 * with as much of every mark as the mean of its tasks; trust hangs between the fronts, so it has the street. */
function marksOf(kinds, { story, film, word, room = 0 }, indexes = [-1, ...film.keys()]) {
  const items = indexes.map((index) => {
    const name = index < 0 ? word("debrief.start") : roundName(index + 1, index, room, word);
    return html("li", "", html("b", "", name), markOf(kinds, { story, film, word }, index));
  });
  return html("ol", "under-gardens", ...items);
}

/** The marks of `kinds` after round `index` (from 0; −1 is before the first), as an element. */
export function markOf(kinds, { story, film, word }, index) {
  const frame = frameOf(story, film, Math.max(0, index));
  const { trust, tasks } = underOf(story, index);
  const mean = (kind) => tasks.reduce((sum, task) => sum + task[kind], 0) / tasks.length;
  const seen = Object.fromEntries(kinds.filter((kind) => kind !== "trust").map((kind) => [kind, mean(kind)]));
  const undercurrent = { trust, tasks: tasks.map(() => seen) };
  const quality = index < 0 ? AT_START : story.rounds[index].quality;
  const bare = frame.tasks.map(({ code, holder }) => ({ code, holder, quality }));
  const shown = { ...frame, tasks: bare, undercurrent };
  const drawn = kinds.includes("trust") ? buntingOf(shown, word) : plotOf(shown, 0, word);
  drawn.classList.add("of-mark");
  return drawn;
}

/* Of a whole street the flags would be specks: the half of it that is left of the square is seen from nearby. */
function buntingOf(shown, word) {
  const drawn = stillOf(shown, "film", word);
  drawn.querySelector("svg").setAttribute("viewBox", NEARBY);
  return drawn;
}
