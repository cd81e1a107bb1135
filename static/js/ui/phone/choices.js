/* The choices on a task: fieldsets of native radios, made once per phase and updated in place.
 *
 * A set is {kind, options, legend, value, state, pick}: which words it offers and what a tap does.
 */
import { copy, say, write } from "../shared/dom.js";
import { signed, word } from "../../state/words.js";

const ICONS = {
  holder: { residents: "place-residents", together: "place-together", professionals: "place-professionals" },
};
let made = 0;
const unmeant = new WeakSet(); // options whose mark is not a tap of this seat

/** A fieldset for one set of options, small buttons with a short word, of which screen readers say the whole;
 * `pick(option)` is called when one is tapped. `off`: as switches, where `off` is what none of them means. `shown`: a
 * short word for `legend`, for the eye. */
export function makeSet(kind, options, { legend, shown = "", off = null, pick }) {
  const { node, parts } = copy("option-set");
  const group = `set-${(made += 1)}`;
  write(parts.legend, legend);
  say(parts.shown, shown);
  const made_options = options.map((option) => makeOption({ kind, option, group, off, pick }));
  parts.options.append(...made_options.map(({ node }) => node));
  return { node, parts, kind, options: made_options };
}

function makeOption({ kind, option, group, off, pick }) {
  const { node, parts } = copy("option");
  const input = node.querySelector("input");
  input.value = option;
  if (off === null) {
    input.name = group;
    input.addEventListener("change", () => pick(option));
    /* What still stands from last round, or what a bot chose, is marked already; tapping it says that it is meant. */
    input.addEventListener("click", () => unmeant.has(node) && node.dataset.state && pick(option));
  } else {
    input.type = "checkbox";
    input.addEventListener("change", () => pick(input.checked ? option : off));
  }
  const icon = ICONS[kind]?.[option] || option;
  parts.icon.setAttribute("href", `#icon-${icon}`);
  write(parts.label, word(`${kind}.${option}`).replaceAll("\u00AD", ""));
  write(parts.short, word(`ui.player.short.${kind}.${option}`));
  return { node, parts, input, option };
}

/** Bring a set up to date; `shown` is {value, state}, `byBot` whether a bot chose that, `tally` counts per option or
 * null; `note(option)` is what stands where no figure does. */
export function fillSet(
  set,
  { shown, found = [], mine, note = () => "", tally = null, byBot = false, disabled = false },
) {
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
        node.matches(":first-child") && !node.closest("li + li"),
      ) || note(option),
    );
    fillTally(parts, tally ? tally[option] : 0);
  }
}

const MOST_DOTS = 4;

/* How many at the table ask for this option: a dot for each, or one and the number. */
function fillTally(parts, count) {
  parts.tally.hidden = !count;
  if (!count) return;
  say(parts.count, count > MOST_DOTS ? `●${count}` : "●".repeat(count));
  say(parts.asked, word("ui.player.asked_by", { count }));
}

/* What an option does to the mark, "" where that is said elsewhere; the very first says of what. */
function figures(found, { mark_point: markPoint }, isFirst) {
  const own = found ? signed(markPoint * found.points) : "";
  return own && isFirst ? word("ui.player.weigh.own", { own }) : own;
}
