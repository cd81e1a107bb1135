/* How much bad luck there was at several tables, on a wall: the dice once, as they were the same everywhere, with at
 * how many tables they led to an incident. */
import { MOST_WORDED } from "../../../state/film.js";
import { isThrown } from "../../../state/luck.js";
import { longestOf } from "../../../state/stories.js";
import { html } from "../../shared/svg.js";
import { luckTurns } from "./luck_turns.js";

/** The sides of several tables; `asked`, `throws` and `answer` draw the parts, the dice open from press `turned` on. */
export function luckSides(boards, { view: { beat }, word, voices }, { asked, throws, answer, turned }) {
  const story = longestOf(boards);
  if (!beat) return ["", [], asked(voices, word)];
  const isMany = story.rounds.length > MOST_WORDED;
  const hits = (index) => {
    const count = boards.filter(({ story: own }) => own.rounds[index]?.tasks.some(isThrown)).length;
    if (isMany) return `${count}×`;
    return word(count ? "debrief.luck.tables" : "debrief.luck.none", { count, of: boards.length });
  };
  const key = isMany ? [html("p", "axis-note", `3×: ${word("debrief.what_happened.incident_tables")}`)] : [];
  const turn = luckTurns(story, beat === turned, beat < turned);
  const made = throws(story, { isOpen: beat >= turned, turn, isHit: () => false, hits, word });
  return [word("debrief.luck.head"), key, [made, ...answer(boards, beat, voices, word)]];
}
