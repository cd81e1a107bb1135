/* The pattern on the big screen: which loop, which round (or one after another), and which arrow is open. */
import { structure } from "../../../state/structure.js";
import { at, fillList, put, say } from "../../shared/dom.js";
import { press } from "../desk.js";
import { createLoops } from "./loops.js";
import { word } from "../../../state/words.js";

const { loops: LOOPS } = structure;
const ROUND_MS = 4000;

export function createPattern(desk) {
  let room = null;
  let played = 0;
  let playing = 0;
  const figures = createLoops(desk, showLoop);

  const look = (changed) => {
    const { loop, round, arrow } = room.debrief;
    return desk.send({ type: "look_at", loop, round, arrow, ...changed }, "pattern-refused");
  };
  /* The round that is shown: the last one is 0 for the server. */
  const shown = () => room.debrief.round || played;
  const toRound = (round) => look({ round: round >= played ? 0 : round });

  /* What is picked is shown, also while the screens stand at the other picture of the step. */
  async function showLoop(code) {
    const answer = await look({ loop: code, arrow: "" });
    if (answer.type === "ack") desk.showPart("loops");
  }

  function makeChip(name) {
    const node = document.createElement("li");
    const button = Object.assign(document.createElement("button"), { type: "button", className: "chip" });
    node.append(button);
    const made = { node, button };
    button.addEventListener("click", () => pick(name, made.code));
    return made;
  }

  function pick(name, code) {
    if (name === "loop") showLoop(code);
    else look({ arrow: room.debrief.arrow === code ? "" : code });
  }

  function drawChips(list, name, codes, wordOf) {
    fillList(
      list,
      codes,
      () => makeChip(name),
      (made, code) => {
        made.code = code;
        put(made.node.dataset, name, code);
        put(made.button, "textContent", wordOf(code));
        press(made.button, room.debrief[name] === code);
      },
    );
  }

  function stop() {
    clearInterval(playing);
    playing = 0;
    press(at("play-rounds"), false);
  }

  /* Every round in turn, from the first, or from here on when there is more to come. */
  function play() {
    if (playing) return stop();
    toRound(shown() >= played ? 1 : shown() + 1);
    playing = setInterval(() => (shown() >= played ? stop() : toRound(shown() + 1)), ROUND_MS);
    press(at("play-rounds"), true);
  }

  at("loop-round").addEventListener("change", ({ target }) => (stop(), toRound(Number(target.value))));
  at("loop-round").addEventListener("input", ({ target }) =>
    say(at("loop-round-word"), word("ui.round", { round: Number(target.value) })),
  );
  at("play-rounds").addEventListener("click", play);
  at("round-before").addEventListener("click", () => (stop(), toRound(Math.max(1, shown() - 1))));
  at("round-after").addEventListener("click", () => (stop(), toRound(shown() + 1)));

  return {
    take: figures.take,
    again: figures.again,
    draw(now, tiles) {
      room = now;
      figures.draw(room, tiles);
      const isOn = room.debrief.step === "pattern";
      at("pattern").hidden = !isOn;
      if (!isOn) return stop();
      const isOfLoops = room.debrief.part === "loops"; // the circle goes round by itself
      if (!isOfLoops) stop();
      const before = played;
      played = Math.max(0, ...tiles.map((tile) => tile.qualities.length));
      const slider = at("loop-round");
      put(slider, "max", String(Math.max(1, played)));
      if (before !== played || document.activeElement !== slider || slider.value !== String(shown()))
        slider.value = String(shown());
      slider.setAttribute("aria-valuetext", word("ui.round", { round: shown() }));
      say(at("loop-round-word"), word("ui.round", { round: shown() }));
      at("rounds-box").hidden = played < 2 || !isOfLoops;
      at("round-before").disabled = shown() <= 1;
      at("round-after").disabled = shown() >= played;
      at("loops").hidden = !isOfLoops;
      const { loop } = room.debrief;
      drawChips(at("loops"), "loop", loop ? ["", loop] : [""], (code) =>
        word(code ? `debrief.loop.${code}` : "ui.panel.all_loops"),
      );
      const arrows = (isOfLoops && LOOPS[loop]) || [];
      at("arrows-box").hidden = !arrows.length;
      drawChips(at("arrows"), "arrow", arrows, (code) => word(`debrief.arrow.${code}`));
    },
  };
}
