/* Who we wait for, and the dock with the one button. It says what a press does: take last round's as it stands, or be
 * done, and how much is still open. With things left open it says what the game fills in and asks once; the second
 * press is the answer. It counts as said once the server has it. */
import { at, fillList, say } from "../shared/dom.js";
import { listed, sentence, word } from "../../state/words.js";

const STEPS = ["agree", "act", "outcome"];
const BOUNCE_MS = 600;

/* "2 bewoners en 1 professional" from the ready counts, "" when nobody is waited for. */
function waitedFor(ready) {
  const list = ready
    .filter((one) => one.seats > one.ready)
    .map((one) => {
      const count = one.seats - one.ready;
      return word(`ui.player.count.${one.role}`, { count });
    });
  return list.length ? listed(list) : "";
}

/** Who is done reads for whom the table waits and what to talk about, over the street; what is chosen and left there
 * comes with the choices (count.js). */
export function drawDock(table, mine) {
  const dock = at("dock");
  dock.hidden = !STEPS.includes(table.phase) || mine.seat === null;
  const waits = !dock.hidden && mine.ready;
  if (waits && at("waiting").hidden) window.scrollTo(0, 0);
  at("waiting").hidden = !waits;
  document.body.classList.toggle("waits", waits);
  dock.classList.toggle("is-ready", waits);
  if (!waits) return;
  const left = waitedFor(table.ready);
  say(at("waiting-for"), left ? word("ui.player.waiting_for", { who: left }) : word("ui.player.all_ready"));
  say(at("meanwhile"), sentence(table.meanwhile));
}

/** `draft` knows what was tapped here; `tell(wanted)` tells the server that this seat is done, or not after all. */
export function createDock(draft, tell) {
  let screen = null;
  let step = null;
  let told = new Set(); // what was asked about in this step is not asked about again
  let asking = false;

  /* What the server would fill in, but for taps that are still on their way. */
  const left = () => screen.mine.left.filter((item) => !draft.has(item.task ?? "funding"));
  const name = (item) => item.task ?? "funding";
  const takesLast = () => draft.hasPrefill && draft.isEmpty;

  function press() {
    if (at("ready").getAttribute("aria-disabled") === "true") return;
    // The second half of a double tap takes nothing back.
    at("ready").setAttribute("aria-disabled", "true");
    setTimeout(() => at("ready").removeAttribute("aria-disabled"), BOUNCE_MS);
    if (screen.mine.told ?? screen.mine.ready) return tell(false);
    // What stands there is meant by who says so: last round's, or nothing on a task of switches.
    if ((takesLast() || draft.rest !== null) && !draft.keepAll()) return;
    const open = left();
    if (!asking && open.some((item) => !told.has(name(item)))) return ask(open);
    asking = false;
    tell(true);
  }

  function ask(open) {
    for (const item of open) told.add(name(item));
    asking = true;
    // The second half of a double tap is no answer to a question that has just appeared, whichever button it meets.
    at("ready").disabled = at("fill-first").disabled = true;
    setTimeout(() => (at("ready").disabled = at("fill-first").disabled = false), BOUNCE_MS);
    draw(screen.table, screen.mine);
    at("left").focus();
  }

  /* Back to the choices, at the first one that is open. */
  function fillFirst() {
    const [first] = left();
    asking = false;
    draw(screen.table, screen.mine);
    const card = first?.task === null ? at("funding") : at("tasks").querySelector(`[data-task="${first?.task}"]`);
    card?.querySelector("input")?.focus({ preventScroll: true });
    card?.scrollIntoView({ block: "center" });
  }

  function draw(table, mine) {
    screen = { table, mine };
    if (step !== table.step) told = new Set();
    if (step !== table.step || mine.seat === null) asking = false;
    step = table.step;
    const open = mine.seat === null ? [] : left();
    if (!open.length || mine.ready || mine.told) asking = false;
    at("left").hidden = at("fill-first").hidden = !asking;
    at("dock").classList.toggle("asks", asking);
    say(at("ready"), buttonWords(mine, open));
    if (!asking) return;
    say(at("left-intro"), word(`ui.player.left.${intro(draft.kind, mine)}`));
    fillList(
      at("left-list"),
      linesOf(open, table, mine),
      () => ({ node: document.createElement("li") }),
      ({ node }, line) => say(node, line),
    );
  }

  function buttonWords(mine, open) {
    const { dataset, classList } = at("ready");
    const { undo, anyway, ready, sending, again } = dataset;
    classList.add("primary");
    if (mine.told !== null) return sending;
    if (mine.ready) return undo;
    if (asking) return anyway;
    if (mine.seat !== null && takesLast()) return again;
    const count = draft.rest === null ? open.length : 0;
    classList.toggle("primary", !count); // a count of what is open is no next step yet
    const pays = count && open.some(({ task }) => task === null) ? "_pay" : "";
    return count ? word(`ui.player.left.button${pays}`, { count, tasks: count - 1 }) : ready;
  }

  at("ready").addEventListener("click", press);
  at("fill-first").addEventListener("click", fillFirst);
  return { draw };
}

function intro(kind, mine) {
  if (kind === "deals") return mine.left_repeats ? "decide_again" : "decide";
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
  return [...byFill].map(([what, about]) => word("ui.tasks_get", { tasks: listed(about), what }));
}

function wordsOf({ kind, option, requirements }, mine) {
  const what = word(kind === "act" ? `act.${mine.role}.${option}` : `${kind}.${option}`).replaceAll("\u00AD", "");
  return requirements === null ? what : `${what}, ${word(`requirements.${requirements ? "yes" : "no"}`)}`;
}
