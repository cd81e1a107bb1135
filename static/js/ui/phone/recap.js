/* For who sits down in the middle of a game: what happened at this table so far, and that a bot kept the chair
 * warm. One press closes it, and folds the role card. */
import { at, fillList, remember, say } from "../shared/dom.js";
import { sentence, word } from "../../state/words.js";

const NEWS = 2;

/** `warm` tells that a bot kept the chair; `key` is what remembers that it was closed, `closed()` is called then. */
export function createRecap({ warm, key, closed }) {
  at("recap-close").addEventListener("click", () => {
    remember("sessionStorage", key, "closed");
    at("recap").hidden = true;
    closed();
    at("phase-title").focus({ preventScroll: true });
  });

  return {
    draw(table) {
      at("recap").hidden = false;
      const played = table.round - 1;
      const isOver = table.phase === "outcome"; // its news stands on the screen itself
      say(at("recap-title"), word("ui.player.recap.title"));
      say(at("recap-warm"), warm ? word("ui.player.recap.warm") : "");
      say(
        at("recap-played"),
        played ? word("ui.player.recap.played", { count: played }) : word("ui.player.recap.first"),
      );
      const news = isOver ? [] : table.news.slice(0, NEWS);
      fillList(
        at("recap-news"),
        news,
        () => ({ node: document.createElement("li") }),
        ({ node }, text) => say(node, sentence(text)),
      );
      drawCarried(table);
      say(at("recap-close"), word("ui.player.recap.close"));
    },
    hide() {
      at("recap").hidden = true;
    },
  };
}

/* Who carries what: what holds now, or while it is being decided anew what held last round. */
function drawCarried(table) {
  const isNew = table.phase === "act" || table.phase === "outcome";
  const known = isNew || table.round > 1;
  say(at("recap-decided"), known ? word(isNew ? "ui.player.recap.decided" : "ui.player.recap.decided_last") : "");
  fillList(
    at("recap-carried"),
    known ? table.tasks : [],
    () => ({ node: document.createElement("li") }),
    ({ node }, task) => {
      say(
        node,
        word("ui.player.recap.carried", {
          task: word(`task.${task.code}.name`),
          holder: word(`holder.${task.deal.holder}`),
        }),
      );
    },
  );
}
