/* The undercurrent for the facilitator's eyes: behind a question, and not in a window that is also the projector's. */
import { at, copy, fillList, put, recall } from "../shared/dom.js";
import { press } from "./desk.js";
import { figure, word } from "../../state/words.js";

const ANSWER_MS = 800; // also on a laptop that is busy

export function createUndercurrent(desk) {
  let isOpen = false;

  async function toggle() {
    if (!isOpen) {
      if (await isProjectorsWindow()) return desk.tell(word("ui.panel.under_refused"));
      if (!(await desk.sure("under"))) return;
    }
    const answer = await desk.send({ type: "show_undercurrent", open: !isOpen });
    if (answer.type !== "ack") return;
    isOpen = !isOpen;
    press(at("under-switch"), isOpen);
    at("under").hidden = !isOpen;
  }

  at("under-switch").addEventListener("click", toggle);
  return {
    /* A new connection has to ask again. */
    again() {
      if (isOpen) desk.send({ type: "show_undercurrent", open: true });
    },
    take({ tables }) {
      fillList(
        at("under-rows"),
        isOpen ? tables : [],
        () => copy("under-row"),
        ({ parts }, row) => {
          put(parts.table, "textContent", String(row.table));
          for (const name of ["ownership", "expectation", "bureaucracy", "trust"])
            put(parts[name], "textContent", figure(row[name] * 100, 0));
        },
      );
    },
  };
}

/** Whether the projector's page is a tab of this very window, or was shown in this tab. */
async function isProjectorsWindow() {
  if (recall("sessionStorage", "projector")) return true;
  if (!("BroadcastChannel" in window)) return false;
  const channel = new BroadcastChannel("projector");
  const id = Math.random().toString(36);
  const same = new Promise((resolve) => {
    channel.addEventListener("message", ({ data }) => {
      if (data?.type === "here" && data.id === id && isSamePlace(data)) resolve(true);
    });
    setTimeout(() => resolve(false), ANSWER_MS);
  });
  channel.postMessage({ type: "where", id });
  const answer = await same;
  channel.close();
  return answer;
}

/* A tab in front tells where its window is, one behind it may tell where its own part of it is: below the row of
 * tabs. */
function isSamePlace({ x, y, width, height }) {
  return x === screenX && width === outerWidth && y + height === screenY + outerHeight;
}
