/* The debrief on a phone: its code, words and style sheets come when it opens, not with the first visit. */
import { remember } from "../state/storage.js";
import { say } from "./dom.js";
import { addWords, hasWord, word } from "./words.js";

const at = (id) => document.getElementById(id);
const KEPT = ["feeling", "at_work", "tomorrow"];

/** `ready()` is called once all of it is there; until then `draw` answers false. */
export function createLater(socket, ready) {
  let debrief = null;
  let coming = null;

  async function fetchAll() {
    dress("charts", "voice");
    const [{ createDebrief }] = await Promise.all([import("./debrief.js"), reveal()]);
    debrief = createDebrief(socket);
  }

  /* What did not come (no connection) is asked for again with the next screen; the big screen has it too. */
  function fetchOnce() {
    coming ??= fetchAll().then(ready, (error) => {
      console.warn("the debrief did not come:", error.message);
      say(at("notice"), word("ui.story_failed"));
      coming = null;
    });
  }

  return {
    draw(table, mine) {
      if (table.phase !== "debrief" && table.phase !== "closed") {
        at("story").hidden = at("voice").hidden = at("take-home").hidden = true;
        return;
      }
      if (!table.story) return;
      if (debrief) debrief.draw(table, mine);
      else fetchOnce();
    },
    /* A new game: what was typed in the debrief of the last one is not for this one. */
    forget() {
      debrief?.forget();
      for (const kind of KEPT) remember("sessionStorage", `voice-${kind}`, null);
    },
  };
}

function dress(...names) {
  for (const name of names) {
    if (at(`${name}-style`)) continue;
    const sheet = document.createElement("link");
    sheet.id = `${name}-style`;
    sheet.rel = "stylesheet";
    sheet.href = new URL(`../../css/${name}.css`, import.meta.url).href;
    document.head.append(sheet);
  }
}

/* What the debrief says is not on the page during play; a page from before it fetches the words once. */
async function reveal() {
  if (hasWord("debrief.title")) return;
  const answer = await fetch(document.body.dataset.words);
  if (!answer.ok) throw new Error(`no words: ${answer.status}`);
  addWords(await answer.json());
}
