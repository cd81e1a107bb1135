/* The choices on a task: fieldsets of native radios, made once per phase and updated in place.
 *
 * A set is {kind, options, legend, two, value, state, pick}: which words it offers and what a tap does.
 */
import { at, copy, say, sayStill, write } from "../shared/dom.js";
import { euros, figure, reason, signed, word } from "../shared/words.js";

const ICONS = { holder: { together: "mixed" } };
let made = 0;
const unmeant = new WeakSet(); // options whose mark is not a tap of this seat

/** A fieldset for one set of options; `pick(option)` is called when one is tapped. */
export function makeSet(kind, options, { legend, legendHidden = false, two = false, pick }) {
  const { node, parts } = copy("option-set");
  const group = `set-${(made += 1)}`;
  parts.legend.textContent = legend;
  parts.legend.classList.toggle("visually-hidden", legendHidden);
  parts.options.classList.toggle("two", two);
  const made_options = options.map((option) => makeOption(kind, option, group, pick));
  parts.options.append(...made_options.map(({ node }) => node));
  return { node, parts, kind, options: made_options };
}

function makeOption(kind, option, group, pick) {
  const { node, parts } = copy("option");
  const input = node.querySelector("input");
  input.name = group;
  input.value = option;
  input.addEventListener("change", () => pick(option));
  /* What still stands from last round, or what a bot chose, is marked already; tapping it says that it is meant. */
  input.addEventListener("click", () => unmeant.has(node) && node.dataset.state && pick(option));
  const icon = ICONS[kind]?.[option] || option;
  parts.icon.setAttribute("href", `#icon-${icon}`);
  parts.label.append(...breakable(word(`${kind}.${option}`)));
  return { node, parts, input, option };
}

/* A long word may break between its doubled consonant; the hyphen is drawn by the style sheet, the text stays as it
 * is. */
function breakable(text) {
  const found = /(?=\S{12})\S{4,}?([bdfglmnprst])(?=\1\S{4})/.exec(text);
  if (!found) return [text];
  const cut = found.index + found[0].length;
  const hyphen = document.createElement("span");
  hyphen.className = "may-break";
  return [text.slice(0, cut), hyphen, text.slice(cut)];
}

/** Bring a set up to date; `shown` is {value, state}, `byBot` whether a bot chose that, `tally` counts per option or
 * null, `refusal` a sentence or "". */
export function fillSet(set, { shown, found = [], mine, tally = null, byBot = false, disabled = false, refusal = "" }) {
  if (set.node.disabled !== disabled) set.node.disabled = disabled;
  for (const { node, parts, input, option } of set.options) {
    const checked = shown.value === option;
    if (input.checked !== checked) input.checked = checked;
    const state = checked ? shown.state : "";
    if (node.dataset.state !== state) node.dataset.state = state;
    if (byBot || state === "prefilled") unmeant.add(node);
    else unmeant.delete(node);
    say(parts.told, state && word(`ui.player.told.${state}`));
    say(
      parts.figure,
      figures(
        found.find((figure) => figure.option === option),
        mine,
      ),
    );
    fillTally(parts, tally ? tally[option] : 0);
  }
  sayStill(set.parts.refusal, refusal);
}

/* How many at the table ask for this option. */
function fillTally(parts, count) {
  parts.tally.hidden = !count;
  if (!count) return;
  say(parts.count, String(count));
  say(parts.asked, word("ui.player.asked_by", { count }));
}

const HOLDS_NOTHING = 0.005;

/* What is nothing is said of an answer and of a payment, where one weighs it against the others. */
const WEIGHED = ["respond", "funding"];

function parts(found, { role, mark_point: markPoint }) {
  const list = [];
  if (found.option === "guarantee") list.push(word("ui.figure.guarantee"));
  if (found.evenings) list.push(word("ui.figure.evening"));
  if (found.kept) list.push(word("ui.figure.kept"));
  if (found.kind === "act" && role === "professional")
    list.push(word("ui.figure.hours", { hours: figure(found.hours) }));
  const points = markPoint * found.points;
  if (Math.abs(points) > HOLDS_NOTHING) list.push(word("ui.figure.points", { points: plain(points) }));
  else if (WEIGHED.includes(found.kind)) list.push(word("ui.figure.nothing"));
  const craft = markPoint * found.craft;
  if (craft > HOLDS_NOTHING) list.push(word("ui.figure.craft", { points: plain(craft) }));
  if (found.money) list.push(word("ui.figure.money", { money: euros(found.money, 2) }));
  if (found.blame) list.push(word("ui.figure.blame", { points: signed(-found.blame) }));
  if (found.calm) list.push(word("ui.figure.calm", { percent: Math.round(100 * found.calm) }));
  return [...list, ...found.why.map(reason)];
}

/* One decimal, or two where one would hide what it is. */
function plain(points) {
  return signed(points, Math.abs(points) < 1 && Math.abs(points * 10 - Math.round(points * 10)) > 0.2 ? 2 : 1);
}

/** The lines of an OptionFigure, "" when there is nothing to say. */
function figures(found, mine) {
  return found ? parts(found, mine).join("\n") : "";
}

const SAME = ["offer", "all", "rest"];

/** Draw the one tap that takes last round's; it stays where it is, and says what became of it. */
export function drawSame(draft, isReady) {
  at("same").hidden = !draft.hasPrefill;
  if (at("same").hidden) return;
  const isOpen = draft.isEmpty && !isReady;
  const said = isOpen ? "offer" : draft.isAsBefore ? "all" : "rest";
  for (const one of SAME) {
    write(at(`same-${one}`), word(`ui.player.same.${one}`));
    at(`same-${one}`).classList.toggle("said", one === said);
  }
  at("same").setAttribute("aria-disabled", String(!isOpen));
}
