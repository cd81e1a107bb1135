/* Who carries what: at each task one tap to promise it, how many of which chair promise it, and where nobody does. */
import { attribute } from "../shared/attribute.js";
import { say, write } from "../shared/dom.js";
import { drawnFor, structure } from "../../state/structure.js";
import { listed, word } from "../../state/words.js";

/** How a role is written where there is room for one sign. */
export const SHAPES = drawnFor(structure.roles, { municipality: "■", professional: "▲", resident: "●" }, "the roles");
const CHAIRS = [...structure.roles]
  .reverse()
  .map((role) => ({ key: structure.chairs[role].group, role, shape: SHAPES[role] }));

/** Let a tap on the row of task `k` promise it, or take that back. */
export function bindPromise({ parts }, k, pledge) {
  parts.promise.addEventListener("click", () => pledge.toggle(k));
}

/** Bring it up to date; hidden while nothing can be promised. */
export function fillPromise({ node, parts }, { code, promised }, k, { mine, pledge }) {
  const own = pledge.tasks;
  parts.promise.hidden = !own || !promised;
  node.classList.toggle("promises", !parts.promise.hidden);
  if (parts.promise.hidden) return;
  const is = own[k];
  attribute(parts.promise, "aria-pressed", String(is));
  parts.promise.disabled = mine.told ?? mine.ready;
  parts.promise.classList.toggle("pending", !pledge.isSent);
  const shown = word(`ui.player.promise.${is ? "yes" : "no"}`);
  write(parts["promise-word"], shown);
  const count = CHAIRS.filter(({ key }) => promised[key]).map(({ key, shape }) => `${shape}${promised[key]}`);
  say(parts["promise-count"], count.length ? word("ui.player.promise.already", { who: count.join(" ") }) : "");
  write(parts["promise-told"], `${shown}: ${word(`task.${code}.name`)}. ${whoWords(promised)}`);
}

/** Who promises it, in words: "2 bewoners en 1 professional", or that nobody does. */
export function whoWords(promised) {
  const who = CHAIRS.filter(({ key }) => promised[key]).map(({ key, role }) =>
    word(`ui.player.count.${role}`, { count: promised[key] }),
  );
  return who.length ? word("ui.player.promise.who", { who: listed(who) }) : word("ui.player.promise.nobody");
}
