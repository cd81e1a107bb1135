/* Stands in for the server on a whole screen of the style page: says what was made for it, and answers taps as its
 * stage has it. Comes before the page's own script, which does not know. */
const { says, answer, refusal, theme } = JSON.parse(document.getElementById("stage").textContent);
const AGAIN_MS = 1000;
const LATER_MS = 30;
let isLost = false;

if (theme) document.documentElement.dataset.theme = theme;

/* What becomes of a command, by the stage's answer. */
const ANSWERS = {
  ack: (command) => ({ type: "ack", id: command.id, rev: 1, n: command.n ?? null, stored: storedOf(command) }),
  refused: (command) => ({ type: "refused", id: command.id, ...refusal }),
  not_stored: (command) => ({ type: "refused", id: command.id, code: "not_stored", params: {} }),
  silence: () => null,
};

const storedOf = ({ type, choice, tasks }) => (type === "choose" ? choice : type === "promise" ? tasks : null);

class StandIn {
  static CONNECTING = 0;
  static OPEN = 1;
  static CLOSING = 2;
  static CLOSED = 3;

  constructor() {
    this.readyState = StandIn.CONNECTING;
    if (isLost) setTimeout(() => this.end(), AGAIN_MS);
    else setTimeout(() => this.open());
  }

  open() {
    this.readyState = StandIn.OPEN;
    this.onopen?.();
    for (const message of says) this.say(message);
    if (answer === "lost") setTimeout(() => this.end(), AGAIN_MS);
  }

  say(message) {
    this.onmessage?.({ data: JSON.stringify(message) });
  }

  send(text) {
    const command = JSON.parse(text);
    const said = command.type === "ping" ? { type: "pong", rev: 1 } : ANSWERS[answer]?.(command);
    if (said) setTimeout(() => this.say(said), LATER_MS);
  }

  end() {
    isLost = true;
    this.readyState = StandIn.CLOSED;
    this.onclose?.({ code: 1006 });
  }

  close() {
    this.readyState = StandIn.CLOSED;
  }
}

window.WebSocket = StandIn;

/* As a moment after somebody moved the pointer: what can be pressed on a projector lies over nothing. */
addEventListener("load", () => document.body.classList.add("is-calm"));
