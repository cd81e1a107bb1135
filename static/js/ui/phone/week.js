/* The hours that the purse pays, said before they are given away; and why they are fewer than a full week. */
import { at, fillList, say } from "../shared/dom.js";
import { figure, reason, word } from "../../state/words.js";

/** Draw it for who gives hours away, where they are few; a full week the dock counts. */
export function drawWeek(table, { week }) {
  at("week").hidden = !week?.empty;
  if (at("week").hidden) return;
  say(
    at("week-text"),
    word(`ui.player.week.${table.phase === "agree" ? "coming" : "short"}`, {
      paid: figure(week.paid),
      full: figure(week.full),
      funding: word(`funding.${table.funding}`),
    }),
  );
  at("week").classList.toggle("bare", !week.why.length);
  say(at("week-ask"), week.why.length ? word("ui.player.week.ask") : "");
  fillList(
    at("week-why"),
    week.why,
    () => ({ node: document.createElement("li") }),
    ({ node }, why) => say(node, reason(why)),
  );
}
