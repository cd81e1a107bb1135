/* How the professionals are paid, in one line: the municipality's choice. */
import { word } from "../../state/words.js";
import { fillSet, makeSet } from "./choices.js";

/** Return what draws it into `host`; taps go to `draft`. */
export function createFunding(host, draft) {
  let set = null;

  return ({ table, mine }) => {
    host.hidden = draft.kind !== "deals" || table.phase !== "agree";
    if (host.hidden) {
      host.replaceChildren();
      set = null;
      return;
    }
    if (!set) {
      const pick = (option) => draft.set("funding", option);
      set = makeSet("funding", mine.order.funding, {
        legend: word("ui.funding"),
        shown: word("ui.player.pay"),
        pick,
      });
      host.replaceChildren(set.node);
    }
    const found = mine.figures.filter(({ kind }) => kind === "funding");
    const disabled = mine.told ?? mine.ready;
    fillSet(set, { shown: draft.on("funding"), found, mine, byBot: mine.bot_chose, disabled });
  };
}
