/* Counted answers as bars with their words and numbers: guesses of the luck, votes for a what-if, moods. */
import { drawnFor, structure } from "../../../state/structure.js";
import { figure } from "../../../state/words.js";
import { html, svg } from "../../shared/svg.js";

export const { luck: LUCK, moods: MOODS } = structure;
/* Mouths of the faces, from glad to sad; the word stands beside it. */
const MOUTHS = drawnFor(
  MOODS,
  {
    good: "M7 14q5 6 10 0",
    calm: "M7.5 15q4.5 2.5 9 0",
    mixed: "M7.5 15.5h9",
    tense: "M7 16l2.5-2 2.5 2 2.5-2 2.5 2",
    bad: "M7.5 17.5q4.5-4.5 9 0",
  },
  "the moods",
);

/** A bar for each of `rows` ({name, count, mark?}), the longest one full; in the order given. */
export function tallyList(rows, kind = "") {
  const most = Math.max(1, ...rows.map((row) => row.count));
  const items = rows.map(({ name, count, mark }) => {
    const bar = svg("rect", { class: "tally-fill", width: (100 * count) / most, height: 10 });
    const drawn = svg(
      "svg",
      { class: "share-bar", viewBox: "0 0 100 10", preserveAspectRatio: "none", "aria-hidden": "true" },
      svg("rect", { class: "loop-back", width: 100, height: 10 }),
      bar,
    );
    return html(
      "li",
      "",
      html("span", "tally-name", ...(mark ? [mark] : []), name),
      drawn,
      html("strong", "tally-count", figure(count, 0)),
    );
  });
  return html("ul", `tally ${kind}`.trim(), ...items);
}

/** The guesses of the luck, as rows. */
export function luckRows(tallies, word) {
  return LUCK.map((answer) => ({ name: word(`debrief.luck.${answer}`), count: tallies.luck?.[answer] ?? 0 }));
}

/** How many guessed. */
export function guessed(tallies) {
  return LUCK.reduce((sum, answer) => sum + (tallies.luck?.[answer] ?? 0), 0);
}

/** The moods as a row of faces with their word and how often. */
export function moodRow(tallies, word) {
  const items = MOODS.map((mood) =>
    html(
      "li",
      "",
      face(mood),
      html("span", "", word(`debrief.mood.${mood}`)),
      html("strong", "", figure(tallies.mood?.[mood] ?? 0, 0)),
    ),
  );
  return html("ul", "moods", ...items);
}

/** The face of a mood; whoever uses it gives the word as well. */
export function face(mood) {
  return svg(
    "svg",
    { class: `face ${mood}`, viewBox: "0 0 24 24", "aria-hidden": "true" },
    svg("circle", { class: "face-round", cx: 12, cy: 12, r: 10.5 }),
    svg("circle", { class: "face-eye", cx: 8.5, cy: 9.5, r: 1.5 }),
    svg("circle", { class: "face-eye", cx: 15.5, cy: 9.5, r: 1.5 }),
    svg("path", { class: "face-mouth", d: MOUTHS[mood] }),
  );
}
