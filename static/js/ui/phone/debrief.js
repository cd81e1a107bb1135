/* The debrief on a phone: what one says first, then the pictures of one's own table; the loops can be looked at one
 * by one. */
import { structure } from "../../state/structure.js";
import { CODES } from "../../state/loop_shapes.js";
import { pictureOf } from "../debrief/pictures.js";
import { at } from "../shared/dom.js";
import { codeOf, isFinale, shownOf } from "../../state/finale.js";
import { ownLine } from "../../state/own_lines.js";
import { drawFarewell } from "./farewell.js";
import { drawPage } from "./picture_page.js";
import { drawFinale } from "./finale.js";
import { ownSentence } from "./own_sentence.js";
import { createVoice } from "./voice.js";
import { word } from "../../state/words.js";

export function createDebrief(socket) {
  const voice = createVoice(socket);
  let own = null; // the loop picked on this phone; null follows the facilitator
  let drawn = "";
  let last = null;
  const picks = loopPicks((code) => {
    own = own === code ? null : code; // the same one again: back to the facilitator's
    draw(...last);
  });

  function draw(table, mine) {
    last = [table, mine];
    document.body.dataset.picture = codeOf(table.debrief);
    const view = { ...shownOf(table.debrief, table.story.rounds.length), loop: own ?? table.debrief.loop };
    voice.draw(table, mine);
    at("voice-loops").hidden = !hasLoops(view) || !table.story.rounds.length;
    picks(view.loop);
    drawFarewell(table, mine);
    drawPictures(table, mine, view);
  }

  /* Redrawn only when something of it changed, so that nothing moves under somebody who reads. */
  function drawPictures(table, mine, view) {
    const words = view.step in structure.posted ? table.voices.posts : [];
    at("story").hidden = table.phase !== "debrief" || !hasPictures(view, words);
    const whole = { ...mine, pointed: voice.pointed() };
    const own = ownSentence(ownLine({ view, story: table.story, findings: table.findings, mine: whole }), mine.role);
    const state = JSON.stringify([view, table.findings, table.earlier, words, table.story, own]);
    if (state === drawn || at("story").hidden) return;
    drawn = state;
    if (isFinale(view, table.story)) return drawFinale(at("story"), table);
    drawPage(at("story"), table, view, own);
  }

  function forget() {
    own = null;
    voice.forget();
  }

  return { draw, forget };
}

/* Only under the picture of the loops: the pattern's other picture has none to pick. */
const hasLoops = ({ step, part }) => step === "pattern" && part === "loops";

/* Texts have a list of their own on a phone; words and what-ifs are drawn once there are any. */
function hasPictures(view, words) {
  return pictureOf(view).onPhone?.(view, words) ?? true;
}

/* A row of buttons, one per loop; returns what marks the one that is shown. */
function loopPicks(pick) {
  const title = document.createElement("h2");
  title.className = "label";
  title.id = "voice-loops-title";
  title.textContent = word("debrief.voice.loops");
  const row = document.createElement("div");
  row.className = "loop-picks";
  const buttons = CODES.map((code) => {
    const button = Object.assign(document.createElement("button"), {
      type: "button",
      className: "button quiet",
      textContent: word(`debrief.loop.${code}`),
    });
    button.addEventListener("click", () => pick(code));
    return button;
  });
  row.append(...buttons);
  at("voice-loops").setAttribute("aria-labelledby", title.id);
  at("voice-loops").replaceChildren(title, row);
  return (code) => {
    for (const [index, button] of buttons.entries()) button.setAttribute("aria-pressed", String(CODES[index] === code));
  };
}
