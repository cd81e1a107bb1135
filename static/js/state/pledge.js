/* What this seat promises: a tap shows at once and is sent as the whole set; it counts once the server has it. */
import { nextNumber } from "./draft.js";

/** `changed()` is called after every change. */
export function createPledge(send, changed) {
  let screen = null;
  let local = null;

  return {
    /** Take over what a new screen says; an unanswered tap stays on top of it. */
    show(table, mine) {
      if (screen?.table.step !== table.step) local = null;
      screen = { table, mine };
    },
    /** What is promised per task, null while nothing can be. */
    get tasks() {
      const { table, mine } = screen;
      return mine.seat !== null && table.phase === "act" && mine.promise ? (local ?? mine.promise) : null;
    },
    get isSent() {
      return local === null;
    },
    async toggle(index) {
      const { step } = screen.table;
      const sent = this.tasks.map((is, k) => (k === index ? !is : is));
      local = sent;
      const answering = send({ type: "promise", step, n: nextNumber(), tasks: sent }, "promise");
      changed();
      const answer = await answering;
      if (screen.table.step !== step || local !== sent) return;
      if (answer.type === "ack") screen.mine.promise = answer.stored;
      local = null;
      changed();
    },
  };
}
