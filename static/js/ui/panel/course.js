/* The course of the game besides going on: back, other chairs, an early end, and playing again. */
import { at, put, say } from "../shared/dom.js";
import { isRunning, rolesMayChange } from "../../state/moments.js";
import { word } from "../../state/words.js";

export function createCourse(desk) {
  let room = null;

  async function back(moment) {
    if (!moment) return desk.tell(word("ui.panel.nothing_back"));
    const { step } = room;
    const { phase, round } = moment;
    const what = { lobby: "lobby", debrief: "reopen" }[phase] ?? "back";
    if (await desk.sure(what, { moment: momentWord(moment), what: clearsWord(moment) }))
      desk.send({ type: "go_back", step, phase, round });
  }

  async function again(rotate) {
    if (await desk.sure(rotate ? "again_other" : "again")) desk.send({ type: "play_again", rotate });
  }

  at("back").addEventListener("click", () => back(room.back[Number(at("back-to").value)]));
  at("swap").addEventListener(
    "click",
    async () => (await desk.sure("swap")) && desk.send({ type: "swap_chairs", table: null }),
  );
  at("end").addEventListener("click", async () => (await desk.sure("end")) && desk.send({ type: "end_game" }));
  at("again-same").addEventListener("click", () => again(false));
  at("again-other").addEventListener("click", () => again(true));

  return {
    backOne: () => back(room?.back[0]),
    draw(now) {
      room = now;
      put(at("end"), "hidden", !isRunning(room));
      put(at("swap"), "hidden", !rolesMayChange(room));
      at("real")?.toggleAttribute("hidden", room.phase !== "closed");
      put(at("again"), "hidden", room.phase !== "closed" && room.phase !== "debrief");
      put(at("back-box"), "hidden", !room.back.length);
      say(at("course-name"), nameOf(room));
      put(at("course"), "hidden", !nameOf(room));
      const wanted = JSON.stringify(room.back);
      const select = at("back-to");
      if (select.dataset.shown === wanted) return;
      select.dataset.shown = wanted;
      select.replaceChildren(...room.back.map((moment, index) => new Option(momentWord(moment), index)));
    },
  };
}

/* What is in it now, "" for nothing. */
function nameOf(room) {
  const there = { back: room.back.length, swap: rolesMayChange(room), end: isRunning(room) };
  const names = Object.keys(there).filter((code) => there[code]);
  const [first = "", ...others] = names.map((code) => word(`ui.panel.course.${code}`));
  return [first.slice(0, 1).toUpperCase() + first.slice(1), ...others].join(", ");
}

function momentWord({ phase, round }) {
  if (phase === "lobby" || phase === "debrief") return word(`ui.panel.moment.${phase}`);
  return word(phase === "agree" ? "ui.panel.moment.round" : "ui.panel.moment.phase", {
    round,
    phase: word(`phase.${phase}`),
  });
}

/* What no longer counts, a line per round; how many choices of people that are, and predictions. */
function clearsWord({ clears, choices, tables, predictions }) {
  const byRound = new Map();
  for (const { phase, round } of clears)
    byRound.set(round, [...(byRound.get(round) ?? []), word(`phase.${phase}`).toLowerCase()]);
  const lines = [...byRound].map(([round, phases]) =>
    word("ui.panel.clears.round", { round, phases: phases.join(", ") }),
  );
  const made = choices
    ? word(tables === 1 ? "ui.panel.clears.at_one" : "ui.panel.clears.at_tables", {
        choices: word("ui.panel.clears.choices", { count: choices }),
        tables,
      })
    : word("ui.panel.clears.none");
  const guessed = predictions ? [word("ui.panel.clears.predictions", { count: predictions })] : [];
  return [...lines, made, ...guessed].join("\n");
}
