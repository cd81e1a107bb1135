/* How the professionals are paid, in one line: the municipality's choice, and what the figures on it hang on. */
import { say } from "../shared/dom.js";
import { reason, word } from "../shared/words.js";
import { fillSet, makeSet } from "./choices.js";

/** Return what draws it into `host`; taps go to `draft`. */
export function createFunding(host, draft) {
  let set = null;
  const why = document.createElement("p");
  why.className = "row-more small quiet-text";

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
        legendHidden: false,
        short: true,
        pick,
      });
      host.replaceChildren(set.node, why);
    }
    const found = mine.figures.filter(({ kind }) => kind === "funding");
    const disabled = mine.told ?? mine.ready;
    fillSet(set, { shown: draft.on("funding"), found, mine, byBot: mine.bot_chose, disabled });
    const reasons = found.filter((one) => one.why.length);
    say(why, reasons.map((one) => `${word(`funding.${one.option}`)}: ${one.why.map(reason).join(", ")}`).join(". "));
  };
}
