/* The hours that the purse pays, said before they are given away; and why they are fewer than a full week. */
import { at, fillList, say } from "../shared/dom.js";
import { figure, reason, word } from "../../state/words.js";

/** Draw it for who gives hours away, where they are few; a full week the dock counts. */
export function drawWeek({ phase }, { week }) {
  at("week").hidden = !week?.empty;
  if (at("week").hidden) return;
  say(
    at("week-text"),
    word(`ui.player.week.${phase === "agree" ? "coming" : "short"}`, {
      paid: figure(week.paid),
      full: figure(week.full),
    }),
  );
  at("week-why").hidden = !week.why.length;
  fillList(
    at("week-why"),
    week.why,
    () => ({ node: document.createElement("li") }),
    ({ node }, why) => say(node, reason(why)),
  );
}
