/* Sensible for whom: how professionals were paid first, then three chairs side by side, each with its strongest
 * reason: the two ways it had and what each gave; a press later which was chosen, and one more what the street got.
 * Several tables have a row each, many a dot. */
import { qualityOf, streetBeside } from "../../../../state/moments_counted.js";
import { reasonsOf } from "../../../../state/reasons.js";
import { fundedIn, spanHead, spans } from "../../../../state/spans.js";
import { structure } from "../../../../state/structure.js";
import { html } from "../../../shared/svg.js";
import { roleMark } from "../../charts/roles.js";
import { tableDots } from "../../charts/table_dots.js";
import { reasonList } from "../reason_list.js";

const TITLE = "debrief.sensible.logic";
const [CHOSEN, STREET] = [1, 2]; // the presses that they come with
const HEADS = { [CHOSEN]: "debrief.sensible.logic_chosen", [STREET]: "debrief.sensible.logic_got" };

export const picture = {
  one({ story, film, findings, table, dots = [] }, { view, word, wall, walls }) {
    if (!wall && dots.length) return [tableDots(dots, table, word)]; // the wall has no chairs then
    const found = findings?.sensible ?? {};
    if (!found.resident) return [];
    const isTold = view.beat >= CHOSEN;
    const drawn = wall
      ? walls.chairs(found, { story, film, without: view.beat >= STREET && findings.without }, isTold, word)
      : reasonList(story, found, isTold, word);
    const isStreet = view.beat >= STREET;
    const alone = () => (wall ? walls.aloneTold(findings.without ?? {}, story, word) : []);
    const street = () => [...alone(), streetBeside(reasonsOf(found), qualityOf(story), word)];
    const model = () => (wall ? [html("p", "model-answer", word("debrief.circle.doubt.about"))] : []);
    const told = isStreet ? [html("p", "film-line", ...street()), ...model()] : [];
    const title = html("h2", "chart-title", word(HEADS[view.beat] ?? TITLE));
    return [title, ...(wall && isStreet ? [] : [paidBy(story, word)]), drawn, ...told];
  },
  paper: ({ story, sensible }, word) => [
    reasonList(story, sensible, true, word),
    html("p", "verdict", streetBeside(reasonsOf(sensible), qualityOf(story), word)),
  ],
  sides: (boards, scene) => scene.walls.logicSides(boards, scene),
  preview: {
    many: (view, tables) => [tables > structure.most_in_turn ? "sensible.logic.dots" : "sensible.logic.rows", ""],
  },
};

/* How professionals were paid; in which rounds, where that changed. */
function paidBy(story, word) {
  const funded = Object.entries(fundedIn(story));
  const named = ([funding, rounds]) => {
    const name = word(`funding.${funding}`);
    return funded.length > 1 ? `${name} (${spanHead(spans(rounds), word).toLowerCase()})` : name;
  };
  return html(
    "p",
    "paid-by",
    roleMark(structure.paid_by_funding),
    word("debrief.logic.paid_by"),
    " ",
    html("b", "", funded.map(named).join(", ")),
  );
}
