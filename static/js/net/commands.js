/* What was sent and is not answered yet: each command is sent again over every new connection, and while the server
 * cannot store it, until it is answered. */
const AGAIN_MS = 2000; // sooner than the server takes a full disk to be over
// Why a command is not stored now, which says nothing about the command.
const NOT_NOW = ["not_stored", "no_database", "busy", "too_fast", "internal"];

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** `transmit(command)` sends over the connection, if there is one; `onUnstored` gets why the server could not store
 * what was sent last, "" when it did. */
export function createCommands(transmit, onUnstored) {
  const pending = new Map();

  /* Send a command until it is answered, also over a new connection. A newer command with the same `slot` takes the
   * place of one that was not answered yet, whose promise then resolves to `{type: "replaced"}`. */
  function send(command, slot = "") {
    const sent = { id: newId(), ...command };
    for (const [id, waiting] of pending) {
      if (!slot || waiting.slot !== slot) continue;
      pending.delete(id);
      waiting.resolve({ type: "replaced" });
    }
    return new Promise((resolve) => {
      pending.set(sent.id, { command: sent, resolve, slot, since: performance.now() });
      transmit(sent);
    });
  }

  const sendAgain = (id, waiting) => pending.get(id) === waiting && transmit(waiting.command);

  /* Take an answer; whether a command is settled by it. */
  function answer(message) {
    const waiting = pending.get(message.id);
    if (!waiting) return false;
    const why = message.type === "refused" && NOT_NOW.includes(message.code) ? message.code : "";
    if (waiting.slot) onUnstored(why);
    waiting.since = Infinity; // an answer, though not the last one
    // What somebody wishes, and did not change since, is sent until it can be stored; a press is not repeated by
    // itself.
    clearTimeout(waiting.again);
    if (waiting.slot && why) {
      waiting.again = setTimeout(sendAgain, AGAIN_MS, message.id, waiting);
      return false;
    }
    pending.delete(message.id);
    waiting.resolve(message);
    return true;
  }

  return {
    send,
    answer,
    /* Send all over a new connection. */
    again() {
      for (const { command } of pending.values()) transmit(command);
    },
    /* Since when each waits for a first answer. */
    waiting: () => Array.from(pending.values(), ({ since }) => since),
  };
}
