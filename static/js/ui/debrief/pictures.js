/* Every picture of the debrief by its step and part: those that the engine lists, each in pictures/<step>/<part>.js.
 * They are fetched when the debrief opens. A picture is one module that knows how it looks:
 *
 *   one(shown, { view, word, wall, walls, most })   for one table; `shown` is {story, findings, earlier, group, groups,
 *                                            voices},
 *                                            a `wall` has marks with a key where a phone has words. Nodes.
 *   sides(boards, scene)                     for several tables: [title, key, drawings]; see `sides.js` for the scene.
 *                                            `perTable(count)` says whether that is a drawing for each of them.
 *   panels(boards, view, word)               for all tables in one picture of dots: what compare.js draws.
 *   paper(street, word)                      on the page to take home. Nodes.
 *   preview: { one(view), many(view, tables), compared(view) }
 *                                            what the panel says that comes, where that is not just its name:
 *                                            [code, how]; and `more(view, tables)`, the code of what a press adds.
 *   head(view, boards, word)                 its title on the wall, where that is not the step's.
 *
 * What it does not have it is never asked for: no comparing, nothing on paper. `ofRoom` is of the room and not of a
 * table, `unplayed` is there also when no round was played, `onPhone(view, posts)` says when a phone has it, and
 * `small` that it reads there in sixty words: any other opens at a tap.
 * `view.beat` says how many presses have built it up (state/steps.js).
 */
import { structure } from "../../state/structure.js";

const PICTURES = new Map();

/** Fetch the pictures with these codes (`step.part`), all that there are unless told otherwise, before any is drawn.
 * Fails without a connection; what did come is not fetched again. */
export async function fetchPictures(codes = everyPicture()) {
  const missing = codes.filter((code) => !PICTURES.has(code));
  await Promise.all(missing.map(async (code) => PICTURES.set(code, await fetchPicture(...code.split(".")))));
}

function everyPicture() {
  return Object.entries(structure.steps).flatMap(([step, parts]) => parts.map((part) => `${step}.${part}`));
}

async function fetchPicture(step, part) {
  const { picture } = await import(`./pictures/${step}/${part}.js`);
  return picture;
}

/** The picture of `step` and `part`; throws with its name when nobody drew it, or nobody fetched it. */
export function pictureOf({ step, part }) {
  const code = `${step}.${part}`;
  if (!PICTURES.has(code)) throw new Error(`no picture is called ${code}`);
  return PICTURES.get(code);
}
