/* What a phone plays with: this seat's draft, the tasks it is tapped on, and the dock that says that one is done. Not
 * needed before the start: it comes a while after the first screen, or when it is wanted. */
import { createDraft } from "../../state/draft.js";
import { word } from "../../state/words.js";
import { at, drawEach } from "../shared/dom.js";
import { createDock, drawDock } from "./dock.js";
import { readOut } from "./frame.js";
import { createTasks } from "./tasks.js";

/** `socket` sends, `changed()` draws anew, and `partOf` fetches what is needed later. */
export function createPlay(socket, changed, partOf) {
  let screen = null;
  let step = null;
  let lateStep = null; // in which a choice came too late
  let readyWanted = null; // said here, and not yet with the server
  const draft = createDraft(socket.send, {
    changed,
    kept: () => readOut(`${word("ui.player.said.sent")} ${tasks.left()}`.trim()),
    late() {
      lateStep = step;
      changed();
    },
  });
  const tasks = createTasks(at("tasks"), at("funding"), { draft, send: socket.send, changed }, partOf);
  const dock = createDock(draft, tellReady);

  /* Draw a message, whose phase is one of a round or not. */
  function draw(shown, isPlay) {
    screen = shown;
    const { table, mine } = screen;
    if (step !== table.step) readyWanted = null;
    step = table.step;
    mine.told = readyWanted;
    if (isPlay) draft.show(table, mine, screen.rev);
    drawEach(
      () => tasks[isPlay ? "draw" : "rest"](table, mine),
      () => drawDock(table, mine),
      () => isPlay && dock.draw(table, mine),
    );
  }

  function tellReady(wanted) {
    const sent = socket.send({ type: "ready", step: screen.table.step, ready: wanted }, "ready");
    readyWanted = wanted;
    changed();
    sent.then((answer) => {
      if (answer.type === "replaced") return;
      if (readyWanted === wanted) readyWanted = null;
      if (answer.type === "ack") screen.mine.ready = wanted;
      changed();
    });
  }

  return {
    draw,
    /* What is needed after choosing, as a part (net/parts.js). */
    told: tasks.told,
    /* Whether a choice came too late, in this phase or the one before it. */
    isLate: ({ step: now }) => lateStep !== null && lateStep >= now - 1,
    /* What was said here and is not with the server, for a page made anew; `resume` says it again. */
    unsaid: () => ({ unsent: draft.unsent, ready: readyWanted }),
    resume({ unsent, ready }) {
      draft.resume(unsent);
      if (ready !== null) tellReady(ready);
    },
  };
}
