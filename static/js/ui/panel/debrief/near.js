/* What people wrote and nobody let through yet, beside the one button: going on leaves it unread. */
import { at, fillList, put, say, write } from "../../shared/dom.js";
import { word } from "../../../state/words.js";

const SHOWN = 3;

/** `showAll()` lets all of it through. */
export function createNear(showAll) {
  at("near-show").addEventListener("click", showAll);
  at("near-open").addEventListener("click", () => at("posts-title").focus());

  /** Draw these posts, [] for none. */
  return function drawNear(waiting) {
    put(at("near"), "hidden", !waiting.length);
    if (!waiting.length) return;
    write(at("near-title"), word("ui.panel.near", { count: waiting.length }));
    fillList(
      at("near-list"),
      waiting.slice(0, SHOWN),
      () => ({ node: Object.assign(document.createElement("li"), { dir: "auto" }) }),
      ({ node }, { text }) => write(node, text),
    );
    const more = waiting.length - SHOWN;
    say(at("near-more"), more > 0 ? word("ui.panel.near_more", { count: more }) : "");
    write(at("near-show"), word("ui.panel.show_all", { count: waiting.length }));
  };
}
