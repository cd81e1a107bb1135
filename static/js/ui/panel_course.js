/* The course of the game besides going on: back, other chairs, an early end, and playing again. */
import { isRunning, rolesMayChange } from "./panel_moments.js";
import { word } from "./words.js";

const at = (id) => document.getElementById(id);

export function createCourse(desk) {
  let room = null;

  async function back(moment) {
    if (!moment) return desk.tell(word("ui.nothing_back"));
    if (await desk.sure("back", { moment: momentWord(moment) })) desk.send({ type: "go_back", ...moment });
  }

  async function again(rotate) {
    if (await desk.sure("again")) desk.send({ type: "play_again", rotate });
  }

  at("back").addEventListener("click", () => back(room.back[Number(at("back-to").value)]));
  at("swap").addEventListener("click", async () => (await desk.sure("swap")) && desk.send({ type: "swap_chairs", table: null }));
  at("end").addEventListener("click", async () => (await desk.sure("end")) && desk.send({ type: "end_game" }));
  at("again-same").addEventListener("click", () => again(false));
  at("again-other").addEventListener("click", () => again(true));

  return {
    backOne: () => back(room?.back[0]),
    draw(now) {
      room = now;
      at("end").hidden = !isRunning(room);
      at("swap").hidden = !rolesMayChange(room);
      at("again").hidden = room.phase !== "closed" && room.phase !== "debrief";
      at("back-box").hidden = !room.back.length;
      const wanted = JSON.stringify(room.back);
      const select = at("back-to");
      if (select.dataset.shown === wanted) return;
      select.dataset.shown = wanted;
      select.replaceChildren(...room.back.map((moment, index) => new Option(momentWord(moment), index)));
    },
  };
}

function momentWord({ phase, round }) {
  return word(phase === "agree" ? "ui.moment.round" : "ui.moment.phase", { round, phase: word(`phase.${phase}`) });
}
