/* How a phone ends: its street, the marks of one's chair, one's word and what one will do tomorrow, and the page to
 * take home; in the last picture, and when the game is over. */
import { lastOf } from "../../state/lists.js";
import { frameOf } from "../../state/film.js";
import { structure } from "../../state/structure.js";
import { hasWord, word } from "../../state/words.js";
import { stillOf } from "../debrief/stills.js";
import { at } from "../shared/dom.js";
import { html } from "../shared/svg.js";
import { markOf } from "./own_sentence.js";

const PICTURE = "take_home";
let drawn = "";

/** Draw it, or put it away; `table` and `mine` are the parts of the phone's screen. */
export function drawFarewell(table, mine) {
  const { step, part, take_home: path } = table.debrief;
  const isOver = table.phase === "closed";
  const isLast = isOver || (step === "tomorrow" && part === PICTURE);
  at("take-home").hidden = !path || !(isOver || step === "tomorrow");
  const [keep, open] = at("take-home").children;
  open.href = path;
  open.textContent = word("debrief.voice.take_home");
  keep.href = `${path}#keep`;
  keep.textContent = word("debrief.voice.keep");
  keep.hidden = !isLast;
  const place = at("farewell");
  place.hidden = !isLast;
  const state = isLast && JSON.stringify([table.story, mine.rounds, mine.voice]);
  if (!isLast || state === drawn) return;
  drawn = state;
  const own = [...streetOf(table), ...marksOf(mine.rounds ?? []), ...saidOf(mine.voice)];
  place.replaceChildren(...own);
}

function streetOf({ story, film }) {
  return film.length ? [stillOf(frameOf(story, film, film.length - 1), "strip", word)] : [];
}

function marksOf(rounds) {
  if (!rounds.length) return [];
  const items = rounds.map(({ mark }, index) => {
    const name = html("span", "small quiet-text", word("debrief.round_head", { round: index + 1 }));
    return html("li", "", name, html("b", "", markOf(mark)));
  });
  return [html("h2", "label", word("debrief.own.marks_title")), html("ol", "own-marks", ...items)];
}

function saidOf(voice) {
  const kinds = Object.keys(structure.posted).filter((kind) => hasWord(`debrief.own.${kind}`));
  const said = kinds.flatMap((kind) => {
    const post = lastOf((voice?.posts ?? []).filter((one) => one.kind === kind && one.text));
    if (!post) return [];
    const text = html("dd", "", post.text);
    text.dir = "auto";
    return [html("dt", "label", word(`debrief.own.${kind}`)), text];
  });
  return said.length ? [html("dl", "own-said", ...said)] : [];
}
