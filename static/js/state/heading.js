/* What the room hears a step called: the words at the top of the big screen, which the panel says too. */
import { hasWord, word } from "./words.js";

/** The heading of the step that is shown; of a debrief that is its own, not that of one of its pictures. */
export function headingOf({ phase }) {
  const asks = `ui.asks.${phase}`;
  return word(hasWord(asks) ? asks : `phase.${phase}`);
}
