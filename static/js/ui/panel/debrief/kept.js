/* What is at hand in the debrief: starred lines of the log, and the page to take home with its link and QR code. */
import { showAddress } from "../../shared/address.js";
import { at, fillList, put } from "../../shared/dom.js";
import { sentenceOf } from "../log.js";
import { word } from "../../../state/words.js";

const AFTER_PLAY = ["debrief", "closed"];
const ONE_SIDE = matchMedia("(max-width: 68rem)");

export function createKept(desk) {
  let lines = [];
  let part = "";

  function draw() {
    const starred = lines.filter((line) => line.starred);
    at("starred-box").hidden = !starred.length;
    fillList(
      at("starred"),
      starred,
      () => ({ node: document.createElement("li") }),
      ({ node }, line) => put(node, "textContent", sentenceOf(line)),
    );
  }

  /* With no column of its own at the side it follows the work, not the people far below. */
  const place = () =>
    ONE_SIDE.matches ? at("debrief").after(at("at-hand")) : document.querySelector(".people").prepend(at("at-hand"));
  ONE_SIDE.addEventListener("change", place);
  place();
  at("take-home-copy").addEventListener("click", async () => {
    const link = at("take-home-link");
    if (await isCopied(link.value)) return desk.tell(word("ui.panel.copied"));
    link.select();
    desk.tell(word("ui.panel.copy_by_hand"));
  });

  return {
    takeLog(message) {
      lines = message.lines;
      draw();
    },
    draw(room) {
      at("at-hand").hidden = !AFTER_PLAY.includes(room.phase);
      const path = room.debrief.take_home;
      at("take-home").hidden = !path;
      if (!path) return;
      if (room.debrief.part !== part) at("take-home").open ||= room.debrief.part === "take_home";
      part = room.debrief.part;
      at("take-home-link").dataset.path = path;
      at("take-home-open").setAttribute("href", path);
      at("take-home-qr").dataset.qr = `/qr${path.replace(/\/$/, "")}.svg`;
      showAddress(room.address, at("take-home"));
    },
  };
}

/* Without https, or when it is told not to, a browser does not let a page copy. */
async function isCopied(text) {
  if (!("clipboard" in navigator)) return false;
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    if (error instanceof DOMException) return false;
    throw error;
  }
}
