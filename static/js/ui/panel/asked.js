/* What is asked before the one button goes on: whether people are cut off, whether the game fills in a first decision,
 * whether it is over. A question is about the step that is shown: it goes when another step begins, whoever pressed. */
import { closeDialog } from "../shared/dialog.js";
import { at, say } from "../shared/dom.js";
import { cutOff, cutOffWord } from "../../state/unready.js";
import { fillsWord, undecided } from "../../state/undecided.js";
import { word } from "../../state/words.js";

export function createAsked(desk, debrief, isTimeUp) {
  let asked = -1; // the step at which it was asked about people; once is enough
  let asking = null; // the step that a question is about

  async function sure(what, room, params) {
    asking = room.step;
    const isSure = await desk.sure(what, params);
    asking = null;
    return isSure;
  }

  return {
    /** Whether to go on from what is shown now. */
    async mayGo(room, tiles) {
      if (room.phase === "debrief") return sure("close", room, { waiting: waitingWord() });
      const open = cutOff(tiles, room);
      if (!open.length || asked === room.step || isTimeUp() || room.paused || undecided(tiles).length) return true;
      asked = room.step;
      return sure(room.phase === "outcome" ? "unanswered" : "unready", room, { what: cutOffWord(open, tiles.length) });
    },
    /** The tables for which the game may fill in what the municipality has not decided; null for a no. */
    async fills(room, tiles) {
      const open = undecided(tiles);
      if (!open.length) return null; // decided meanwhile, or not shown yet: the refusal says to press again
      say(at("refused"), "");
      const isSure = await sure("undecided", room, { what: fillsWord(open, room) });
      return isSure ? open.map(({ table }) => table) : null;
    },
    draw({ step }) {
      if (asking !== null && asking !== step) closeDialog(at("confirm"));
    },
  };

  /* What is thrown away unread at the end. */
  function waitingWord() {
    const count = debrief.waiting;
    return count ? `\n${word("ui.panel.near", { count })}` : "";
  }
}
