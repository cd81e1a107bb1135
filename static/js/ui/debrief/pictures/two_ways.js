/* The chairs on a wall, side by side: the two ways that each had, do this and get that, do the other and get the other;
 * and a press later how often each was chosen. */
import { chosenOf, countTold, otherWay, reasonOf, toldOf } from "../../../state/reasons.js";
import { ROLES } from "../../../state/roles.js";
import { html } from "../../shared/svg.js";
import { roleMark } from "../charts/roles.js";
import { gotTold } from "./street_told.js";

/** All chairs with what was `found` of their choices, in a game {story, without}; how often each way was chosen
 * once that `isTold`, and what the street got of it where `without` is given. */
export function chairs(found, game, isTold, word) {
  return html("div", "chairs", ...ROLES.map((role) => chair(role, found[role], game, isTold, word)));
}

/* The two ways that a chair had, and what each gave; at last what the street got where it took the lower mark. */
function chair(role, rounds, game, isTold, word) {
  const name = html("h3", "", roleMark(role), word(`roles.${role}`));
  const reason = reasonOf(role, rounds);
  if (!reason) return html("section", `chair ${role}`, name, html("p", "reason", word("debrief.logic.nothing")));
  const told = game.without ? gotTold(role, reason, game, word) : [];
  return html(
    "section",
    `chair ${role}`,
    name,
    twoWays(reason, game, isTold, word),
    ...told.map((one) => html("p", "reason", one)),
  );
}

/* What each gave, and a tick at the one that was chosen more once that is told. */
function twoWays(reason, game, isTold, word) {
  const { option, of, paid } = reason;
  const { count, other, of: all } = chosenOf(option, game.story);
  const hasPaid = 2 * paid > of;
  const often = word(`debrief.logic.often.${toldOf(reason).often}`);
  const way = (code, gets, isMost) => {
    const chosen = countTold(option, code !== option, game.story, word);
    const isTicked = isTold && isMost;
    return html(
      "li",
      isTicked ? "ticked" : "",
      html("b", "", word(`debrief.way.${code}`)),
      html("span", `way-gets of-${gets.split(".")[0]}`, word(`debrief.way.${gets}`, { often })),
      ...(isTold ? [html("span", "way-chosen", `${isMost ? "✓ " : ""}${chosen}`)] : []),
    );
  };
  const rest = all === null ? 0 : all - count - other;
  const gets = hasPaid ? ["more", "less"] : [`not_more.${toldOf(reason).often}`, "as_high"];
  const ways = [way(option, gets[0], count > other), way(otherWay(option), gets[1], other > count)];
  const more = isTold && rest ? [html("li", "way-rest", word("debrief.way.rest", { count: rest }))] : [];
  return html("ul", "two-ways", ...ways, ...more);
}
