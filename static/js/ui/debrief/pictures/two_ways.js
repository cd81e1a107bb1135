/* The chairs on a wall, side by side: the two ways that each had, do this and get that, do the other and get the other;
 * and a press later how often each was chosen. */
import { frameOf } from "../../../state/film.js";
import { chosenOf, countTold, otherWay, reasonOf, reasonTold } from "../../../state/reasons.js";
import { ROLES } from "../../../state/roles.js";
import { html } from "../../shared/svg.js";
import { roleMark } from "../charts/roles.js";
import { plotOf } from "../stills.js";

const LOOK = 0.6; // how the task looks in every drawing: what differs is who does it
const NOBODY = {
  joined: 0,
  took_over: 0,
  worked_along: 0,
  visited: 0,
  claimed: 0,
  sheets: 0,
  incident: false,
  mess: 0,
};
const [FEW, TWO] = [1, 2];
/* Who stands there in the drawing of a way; any other has professionals alone. */
const DRAWN = {
  together: { joined: TWO, worked_along: FEW },
  come: { joined: TWO },
  spoken: { joined: TWO, worked_along: FEW },
  requirements: { took_over: FEW, sheets: TWO },
  step_back: { joined: TWO },
  wait: {},
  claim: { claimed: TWO },
};

/** All chairs with what was `found` of their choices, in a street {story, film}; how often each way was chosen once
 * that `isTold`. */
export function chairs(found, street, isTold, word) {
  return html("div", "chairs", ...ROLES.map((role) => chair(role, found[role], street, isTold, word)));
}

/* The two ways that a chair had, and what mostly gave it a higher mark until it is told which was chosen. */
function chair(role, rounds, street, isTold, word) {
  const name = html("h3", "", roleMark(role), word(`roles.${role}`));
  const reason = reasonOf(role, rounds);
  if (!reason) return html("section", `chair ${role}`, name, html("p", "reason", word("debrief.logic.nothing")));
  const told = isTold ? againstTold(reason, street.story, word) : [`${reasonTold(reason, word)}.`];
  return html(
    "section",
    `chair ${role}`,
    name,
    twoWays(reason, street, isTold, word),
    ...told.map((one) => html("p", "reason", one)),
  );
}

/* Where what gave a lower mark was chosen more often, that is said. */
function againstTold({ option, of, paid }, story, word) {
  const { count, other } = chosenOf(option, story);
  if (2 * paid <= of || other <= count) return [];
  return [word("debrief.logic.against", { way: word(`debrief.way.${otherWay(option)}`) })];
}

/* Each with a drawing, and a tick at the one that was chosen more once that is told. */
function twoWays(reason, street, isTold, word) {
  const { option, of, paid } = reason;
  const { count, other, of: all } = chosenOf(option, street.story);
  const hasPaid = 2 * paid > of;
  const way = (code, gets, isMost) => {
    const chosen = countTold(option, code !== option, street.story, word);
    const isTicked = isTold && isMost;
    return html(
      "li",
      isTicked ? "ticked" : "",
      drawn(code, street, word),
      html("b", "", word(`debrief.way.${code}`)),
      html("span", `way-gets of-${gets}`, word(`debrief.way.${gets}`)),
      ...(isTold ? [html("span", "way-chosen", `${isMost ? "✓ " : ""}${chosen}`)] : []),
    );
  };
  const rest = all === null ? 0 : all - count - other;
  const gets = hasPaid ? ["more", "less"] : ["not_more", "as_high"];
  const ways = [way(option, gets[0], count > other), way(otherWay(option), gets[1], other > count)];
  const more = isTold && rest ? [html("li", "way-rest", word("debrief.way.rest", { count: rest }))] : [];
  return html("ul", "two-ways", ...ways, ...more);
}

/* The first task of a street as it is done the way that is called `code`. */
function drawn(code, { story, film }, word) {
  const frame = frameOf(story, film, film.length - 1);
  const who = { ...NOBODY, quality: LOOK, ...(DRAWN[code] ?? { took_over: FEW }) };
  const plot = plotOf({ ...frame, tasks: frame.tasks.map((task) => ({ ...task, ...who })) }, 0, word);
  plot.setAttribute("aria-hidden", "true"); // its name stands beside it
  return plot;
}
