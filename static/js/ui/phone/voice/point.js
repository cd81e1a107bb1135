/* The round in which it turned, pointed at before it is told: a tap that stays on this phone, and comes back beside the
 * answer. */
import { at, recall, remember } from "../../shared/dom.js";
import { word } from "../../../state/words.js";
import { check, fillOptions } from "./answers.js";

const KEY = "voice-point";

/** The box to point in; `pointed()` is the round that was, "" without one. */
export function createPoint() {
  const box = at(KEY);
  let own = recall("sessionStorage", KEY) ?? "";
  const keep = (round) => remember("sessionStorage", KEY, (own = round));
  box.addEventListener("change", (event) => keep(event.target.value));
  return {
    pointed: () => own,
    forget: () => keep(""),
    show(isShown, rounds) {
      box.hidden = !isShown;
      if (!isShown) return;
      fillOptions(
        KEY,
        "point",
        rounds.map(({ round }) => [round, word("debrief.round_head", { round })]),
      );
      check("point", own);
    },
  };
}
