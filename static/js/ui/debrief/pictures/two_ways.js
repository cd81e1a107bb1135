/* The chairs on a wall, side by side: the two ways that each had, do this and get that, do the other and get the other;
 * and a press later how often each was chosen. */
import { frameOf } from "../../../state/film.js";
import { chosenOf, countTold, otherWay, reasonOf, toldOf } from "../../../state/reasons.js";
import { ROLES } from "../../../state/roles.js";
import { html } from "../../shared/svg.js";
import { roleMark } from "../charts/roles.js";
import { plotOf } from "../stills.js";
import { gotDrawn } from "./street_told.js";

const LOOK = 0.6; // how the task looks in every drawing: what differs is who does it
/* Of a front's width and height from its foot: who stands there, and not the front, which is alike in all of them. */
const NEAR = [0.8, 0.3];
const NOBODY = {
  joined: 0,
  took_over: 0,
  worked_along: 0,
  visited: 0,
  claimed: 0,
  sheets: 0,
  incident: false,
  setback: false,
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

/** All chairs with what was `found` of their choices, in a game {story, film, without}; how often each way was chosen
 * once that `isTold`; where `without` is given, instead of that what the street got of it. */
export function chairs(found, game, isTold, word) {
  return html("div", "chairs", ...ROLES.map((role) => chair(role, found[role], game, isTold, word)));
}

/* The two ways that a chair had, and what each gave it; at last what the street got. */
function chair(role, rounds, game, isTold, word) {
  const name = html("h3", "", roleMark(role), word(`roles.${role}`));
  const reason = reasonOf(role, rounds);
  if (!reason) return html("section", `chair ${role}`, name, html("p", "reason", word("debrief.logic.nothing")));
  const parts = game.without ? gotDrawn(role, game, word) : [twoWays(reason, game, isTold, word)];
  return html("section", `chair ${role}`, name, ...parts);
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
      drawn(code, game, word),
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

/* Who does the first task of a street, done the way that is called `code`. */
function drawn(code, { story, film }, word) {
  const frame = frameOf(story, film, film.length - 1);
  const who = { ...NOBODY, quality: LOOK, ...(DRAWN[code] ?? { took_over: FEW }) };
  const plot = plotOf({ ...frame, tasks: frame.tasks.map((task) => ({ ...task, ...who })) }, 0, word);
  plot.setAttribute("aria-hidden", "true"); // its name stands beside it
  const whole = plot.firstElementChild?.getAttribute("viewBox");
  if (!whole) return plot; // where drawing failed
  const [x, y, width, height] = whole.split(" ").map(Number);
  const [across, up] = [width * NEAR[0], height * NEAR[1]];
  plot.firstElementChild.setAttribute("viewBox", `${x + width - across} ${y + height - up} ${across} ${up}`);
  return plot;
}
