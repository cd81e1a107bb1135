/* "I am done": with things left open it says what the game fills in and asks once; the second press is the answer. */
import { fillList, say } from "./dom.js";
import { listed, word } from "./words.js";

const at = (id) => document.getElementById(id);
const BOUNCE_MS = 600;

/** `draft` knows what was tapped here; `tell(wanted)` tells the server that this seat is done, or not after all. */
export function createReady(draft, tell) {
  let screen = null;
  let step = null;
  let told = new Set(); // what was asked about in this step is not asked about again
  let asking = false;

  /* What the server would fill in, but for taps that are still on their way. */
  const left = () => screen.mine.left.filter((item) => !draft.has(item.task ?? "funding"));
  const name = (item) => item.task ?? "funding";

  function press() {
    if (screen.mine.ready) return tell(false);
    const open = left();
    if (!asking && open.some((item) => !told.has(name(item)))) return ask(open);
    asking = false;
    tell(true);
  }

  function ask(open) {
    for (const item of open) told.add(name(item));
    asking = true;
    // The second half of a double tap is no answer to a question that has just appeared.
    at("ready").disabled = true;
    setTimeout(() => (at("ready").disabled = false), BOUNCE_MS);
    draw(screen.table, screen.mine);
    at("left").focus();
  }

  /* Back to the choices, at the first one that is open. */
  function fillFirst() {
    const [first] = left();
    asking = false;
    draw(screen.table, screen.mine);
    const card = first?.task === null ? at("funding") : at("tasks").children[first?.task];
    card?.querySelector("input")?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "center" });
  }

  function draw(table, mine) {
    screen = { table, mine };
    if (step !== table.step) told = new Set();
    if (step !== table.step || mine.seat === null) asking = false;
    step = table.step;
    const open = mine.seat === null ? [] : left();
    if (!open.length || mine.ready) asking = false;
    at("left").hidden = at("fill-first").hidden = !asking;
    at("dock").classList.toggle("asks", asking);
    const { undo, anyway, ready } = at("ready").dataset;
    say(at("ready"), mine.ready ? undo : asking ? anyway : ready);
    if (!asking) return;
    say(at("left-intro"), word(`ui.left.${intro(table, mine)}`));
    fillList(at("left-list"), linesOf(open, table, mine), () => ({ node: document.createElement("li") }), ({ node }, line) => say(node, line));
  }

  at("ready").addEventListener("click", press);
  at("fill-first").addEventListener("click", fillFirst);
  return { draw };
}

function intro(table, mine) {
  if (table.phase === "agree" && mine.role === "municipality") return mine.left_repeats ? "decide_again" : "decide";
  return mine.left_repeats ? "again" : "fill";
}

/* A line for each thing that is filled in, with the tasks it is filled in for. */
function linesOf(open, table, mine) {
  const byFill = new Map();
  for (const item of open) {
    const what = wordsOf(item, mine);
    const about = item.task === null ? word("ui.funding") : word(`task.${table.tasks[item.task].code}.name`);
    byFill.set(what, [...(byFill.get(what) ?? []), about]);
  }
  return [...byFill].map(([what, about]) => word("ui.left.line", { tasks: listed(about), what }));
}

function wordsOf({ kind, option, requirements }, mine) {
  const what = word(kind === "act" ? `act.${mine.role}.${option}` : `${kind}.${option}`).replaceAll("\u00AD", "");
  return requirements === null ? what : `${what}, ${word(`requirements.${requirements ? "yes" : "no"}`)}`;
}
