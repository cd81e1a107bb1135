/* My name and place: another name, a code for a second phone or another one, leaving it for somebody else, and who
 * at the door asks to share it. */
import { closeDialog, openDialog } from "../shared/dialog.js";
import { at, copy, fillList, say } from "../shared/dom.js";
import { createTouch } from "./touch.js";
import { word } from "../../state/words.js";

const PARTS = ["choices", "code", "sure"];

/** Make the dialogs and the list of askers work; `socket` sends. */
export function createMyPlace(socket) {
  const dialog = at("placer");
  let step = 0;
  let alias = "";

  /* Show one part of the dialog: what can be done, a code, or the question whether they are sure. */
  function show(part) {
    for (const name of PARTS) at(`placer-${name}`).hidden = name !== part;
    say(at("placer-refused"), "");
    at("placer-close").hidden = part !== "code";
    at("placer-cancel").hidden = part === "code";
    openDialog(dialog);
    at("placer-title").focus();
  }

  async function ask(command) {
    const answer = await socket.send({ step, ...command });
    if (answer.type === "refused") say(at("placer-refused"), word(`refused.${answer.code}`, answer.params));
    return answer;
  }

  async function offer(share) {
    show("choices");
    const answer = await ask({ type: "offer_seat", share });
    if (answer.type !== "ack") return;
    show("code");
    say(
      at("placer-code-text"),
      word(share ? "ui.player.code_share" : "ui.player.code_seat", { address: location.host }),
    );
    say(at("placer-code-big"), `${answer.code.slice(0, 4)} ${answer.code.slice(4)}`);
  }

  async function leave() {
    const answer = await ask({ type: "leave_seat" });
    const { code } = document.body.dataset; // none where one plays alone
    if (answer.type === "ack") location.assign(code ? `/j/${code}/` : "/#alone");
  }

  async function rename(event) {
    event.preventDefault();
    const answer = await socket.send({ type: "rename", step, alias: at("new-alias").value });
    if (answer.type === "refused") return say(at("renamer-refused"), word(`refused.${answer.code}`, answer.params));
    closeDialog(at("renamer"));
  }

  at("renamer-form").addEventListener("submit", rename);
  at("share-seat").addEventListener("click", () => offer(true));
  at("hand-over").addEventListener("click", () => offer(false));
  at("leave-seat").addEventListener("click", () => show("sure"));
  at("leave-sure").addEventListener("click", leave);
  createTouch(at("vibrate"));

  function makeAsker() {
    const made = copy("asker");
    made.parts.give.addEventListener("click", () => offer(true));
    made.parts.no.addEventListener("click", () => socket.send({ type: "refuse_request", step, request: made.request }));
    return made;
  }

  return {
    open: () => show("choices"),
    rename() {
      say(at("renamer-refused"), "");
      at("new-alias").value = alias;
      openDialog(at("renamer"));
    },
    draw(table, mine) {
      step = table.step;
      alias = mine.alias;
      const asking = mine.asking ?? [];
      at("asking").hidden = !asking.length;
      fillList(at("asking"), asking, makeAsker, (made, asker) => {
        made.request = asker.request;
        say(made.parts.text, word("ui.player.asks_you", { alias: asker.alias }));
      });
      at("share-seat").hidden = mine.seat === null || mine.share;
      at("leave-seat").hidden = table.phase === "debrief" || table.phase === "closed";
    },
  };
}
