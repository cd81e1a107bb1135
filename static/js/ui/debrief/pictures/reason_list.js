/* The reasons of the chairs as a list of sentences, where there is no room to draw them: on phones and on paper. */
import { countTold, reasonOf, reasonTold } from "../../../state/reasons.js";
import { ROLES } from "../../../state/roles.js";
import { html } from "../../shared/svg.js";
import { roleMark } from "../charts/roles.js";

/** What mostly gave each chair a higher mark, and once that `isTold` how often it was chosen; nothing of a chair that
 * had nothing to choose. */
export function reasonList(story, sensible, isTold, word) {
  const items = ROLES.flatMap((role) => {
    const reason = reasonOf(role, sensible[role]);
    return reason ? [itemOf(role, reason, isTold ? story : null, word)] : [];
  });
  return html("ul", "turn-deeds", ...items);
}

function itemOf(role, reason, story, word) {
  const way = word(`debrief.way.${reason.option}`);
  const chosen = story ? `; ${way}: ${countTold(reason.option, false, story, word)}` : "";
  return html(
    "li",
    "",
    roleMark(role),
    html("b", "", `${word(`roles.${role}`)}: `),
    `${reasonTold(reason, word)}${chosen}.`,
  );
}
