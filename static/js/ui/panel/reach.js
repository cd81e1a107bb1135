/* Phones that cannot get in: which half is broken, told by two figures, and the advice for that half first. */
import { at, say, write } from "../shared/dom.js";
import { figure, word } from "../../state/words.js";

/* Which advice is opened, and stands first, for what the figures say. */
const FIRST = { none: "network", blocked: "sockets", some: "sockets", joining: "portal", fine: "one" };

export function createReach(desk) {
  const isShared = "shared" in at("reach").dataset;
  let figures = { reached: 0, live: 0, stuck: 0 };
  let here = 0;

  /* What the two figures come to; of several servers another may know of those who are here. */
  function verdict() {
    const { reached, live, stuck } = figures;
    if (stuck) return live ? "some" : "blocked";
    if (live || (isShared && here)) return "fine";
    return reached ? "joining" : "none";
  }

  function draw() {
    const { reached, live, stuck } = figures;
    write(at("reach-reached"), figure(reached, 0));
    write(at("reach-live"), figure(live, 0));
    say(at("reach-verdict"), word(`ui.panel.reach.${verdict()}`, { count: stuck }));
    say(at("reach-line"), word("ui.panel.reach.line", { reached, live }));
    // Of several servers another may have it.
    say(at("screen-none"), figures.screens === 0 && !isShared ? word("ui.panel.screen.none") : "");
  }

  function open() {
    const advice = at("reach-advice");
    const first = advice.querySelector(`[data-advice=${FIRST[verdict()]}]`);
    for (const one of advice.children) one.open = one === first;
    advice.prepend(first);
    desk.open("reach");
  }

  for (const button of document.querySelectorAll("[data-open-reach]")) button.addEventListener("click", open);
  draw();
  return {
    take(message) {
      figures = message;
      draw();
    },
    draw(room) {
      here = room.here;
      draw();
    },
  };
}
