/* Who plays alone goes on by themselves: in play as soon as they are done, in the lobby and the debrief with a button. */
import { at, say, write } from "../shared/dom.js";
import { word } from "../../state/words.js";

const PLAY = ["agree", "act", "outcome"];
const CALM_MS = 600; // the second half of a double tap goes nowhere

/** Make the button work; `socket` sends. `draw(table, mine)` is called with every screen. */
export function createAlone(socket) {
  let table = null;
  let told = null; // where we said to go on from
  let freshAt = 0;

  const seen = () => {
    const { debrief, phase } = table;
    return phase === "debrief" ? `${debrief.step}.${debrief.part}.${debrief.beat}` : "";
  };
  const place = () => `${table.step} ${seen()}`;

  async function further() {
    if (told === place() || performance.now() - freshAt < CALM_MS) return;
    const from = (told = place());
    say(at("further-refused"), "");
    const answer = await socket.send({ type: "go_on", step: table.step, seen: seen() });
    if (answer.type !== "refused" || from !== place()) return;
    told = null;
    say(at("further-refused"), word(`refused.${answer.code}`, answer.params));
  }

  at("further").addEventListener("click", further);

  return {
    draw(now, mine) {
      const before = table && place();
      table = now;
      const { phase } = table;
      if (before !== place()) {
        freshAt = performance.now();
        if (before && phase === "debrief") window.scrollTo(0, 0);
      }
      const isPlay = PLAY.includes(phase);
      at("further").dataset.place = seen();
      at("further-bar").hidden = isPlay || phase === "closed";
      at("alone-end").hidden = phase !== "closed";
      write(at("further"), at("further").dataset[phase === "lobby" ? "lobby" : isLast(table) ? "last" : "debrief"]);
      if (isPlay && mine.ready) {
        freshAt = 0;
        further();
      }
      if (!isPlay) document.documentElement.style.setProperty("--dock", `${at("further-bar").offsetHeight}px`);
    },
  };
}

const isLast = ({ phase, debrief }) => phase === "debrief" && debrief.part === "streets";
