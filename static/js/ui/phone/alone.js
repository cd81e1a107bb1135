/* Who plays alone goes on by themselves: in play as soon as they are done, before and after with a button. */
import { attribute } from "../shared/attribute.js";
import { at, say, write } from "../shared/dom.js";
import { word } from "../../state/words.js";

const PLAY = ["agree", "act", "outcome"];
const GONE_ON = ["phase_closed", "stale_step"];
const CALM_MS = 600; // the second half of a double tap goes nowhere

/** Make the button work; `socket` sends. `draw(table, mine)` is called with every screen. */
export function createAlone(socket) {
  const button = at("further");
  let table = null;
  let told = null; // where we said to go on from

  const seen = () => {
    const { debrief, phase } = table;
    return phase === "debrief" ? `${debrief.step}.${debrief.part}.${debrief.beat}` : "";
  };
  const place = () => `${table.step} ${seen()}`;

  async function further() {
    if (told === place()) return;
    const from = (told = place());
    say(at("further-refused"), "");
    const answer = await socket.send({ type: "go_on", step: table.step, seen: seen() });
    if (answer.type !== "refused" || from !== place()) return;
    if (GONE_ON.includes(answer.code)) return; // another tab was first
    told = null;
    say(at("further-refused"), word(`refused.${answer.code}`, answer.params));
  }

  /* What has just come is seen before one can go on. */
  function rest() {
    attribute(button, "aria-disabled", "true");
    setTimeout(() => attribute(button, "aria-disabled", "false"), CALM_MS);
  }

  button.addEventListener("click", () => button.getAttribute("aria-disabled") === "true" || further());

  return {
    draw(now, mine) {
      const before = table && place();
      table = now;
      const { phase } = table;
      const isPlay = PLAY.includes(phase);
      if (before !== place()) {
        rest();
        if (before && phase === "debrief") window.scrollTo(0, 0);
      }
      button.dataset.place = seen();
      document.body.classList.toggle("has-answer", phase === "debrief" && table.debrief.beat > 0);
      at("further-bar").hidden = isPlay || phase === "closed";
      at("alone-end").hidden = phase !== "closed";
      write(button, button.dataset[nameOf(table)]);
      if (isPlay && mine.ready) further();
      if (!isPlay) document.documentElement.style.setProperty("--dock", `${at("further-bar").offsetHeight}px`);
    },
  };
}

function nameOf({ phase, debrief }) {
  if (phase === "debrief") return debrief.part === "streets" ? "last" : "debrief";
  return "lobby";
}
