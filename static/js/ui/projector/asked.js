/* How often each place was asked to carry a task: its mark with a count, once everybody at the table has said it; and
 * what the marks stand for. */
import { structure } from "../../state/structure.js";
import { holderMark } from "../shared/marks.js";
import { at, fillList, say, write } from "../shared/dom.js";
import { figure, word } from "../../state/words.js";

/** The marks of a task's `asked`, in the order of the places. */
export function askedMarks(asked) {
  return structure.holders.map((holder) => markOf(holder, asked[holder]));
}

/** Show in `host` what each mark stands for. */
export function drawPlaces(host) {
  const make = (index) => {
    const node = document.createElement("span");
    const [mark, name] = [holderMark(structure.holders[index]), document.createElement("span")];
    node.append(mark, name);
    return { node, name };
  };
  fillList(host, structure.holders, make, ({ name }, holder) => write(name, word(`holder.${holder}`)));
}

/** Say of one table where to tell what one asks, while not everybody has; then what the marks with their counts are. */
export function drawAsked({ proposed, tasks }, { phase }) {
  const isPlay = phase !== "outcome";
  const isAsked = isPlay && tasks.every((task) => task.asked);
  at("asked-key").hidden = !isAsked;
  say(at("asked-later"), isPlay && !isAsked && proposed ? word("ui.projector.asked_later") : "");
  if (!isAsked) return;
  write(at("asked-word"), word("ui.projector.asked_key"));
  drawPlaces(at("asked-places"));
  say(at("asked-decided"), phase === "act" ? word("ui.projector.asked_decided") : "");
}

function markOf(holder, count) {
  const node = document.createElement("span");
  const told = document.createElement("span");
  told.className = "visually-hidden";
  write(told, ` × ${word(`holder.${holder}`)} `);
  node.className = count ? "" : "none";
  node.append(holderMark(holder), figure(count), told);
  return node;
}
