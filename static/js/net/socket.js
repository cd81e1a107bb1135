/* The only WebSocket of the site: it stays connected, resends what was not answered, and says how it is doing.
 *
 * States: "connecting", "open" (the server has spoken), "waiting" (will come back by itself), "elsewhere" (opened
 * in another tab: `reconnect` takes it over), "refused" (not allowed; the detail is the server's code), "closed"
 * (closed by this page). What keeps it from connecting is told apart in `reach.js`. */
import { createAttempts, createReach, createSilence } from "./reach.js";

const QUIET_MS = 4000;
const DEAD_MS = 9000;
const TICK_MS = 500;
const JUMP_MS = 5000;
const SHORTEST_S = 0.3;
const LONGEST_S = 15;
const LONGEST_AT_FIRST_S = 3;
const AT_FIRST_MS = 30000;
const SOON_S = 1.5;
const AT_ONCE_S = 0.5;
const LIVE_MS = 6500; // the server says something every 5 s
const AGAIN_MS = 2000; // sooner than the server takes a full disk to be over
// Why a command is not stored now, which says nothing about the command.
const NOT_NOW = ["not_stored", "no_database", "busy", "too_fast", "internal"];

function newId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** Connect to `path` on this host and keep it so; `onMessage` gets everything but answers to commands, `onTrouble`
 * what keeps a connection away for longer ("blocked", "away", or "" when that is over), `onUnstored` why the
 * server could not store what was sent last, "" when it did, `onSilence` whether nothing is answered for three
 * seconds. */
export function connect(
  path,
  { onMessage, onState = () => {}, onTrouble = () => {}, onUnstored = () => {}, onSilence = () => {} },
) {
  const url = `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}${path}`;
  const pending = new Map();
  const reach = createReach(path, onTrouble);
  const silence = createSilence(onSilence);
  const attempts = createAttempts();
  let socket = null;
  let state = "connecting";
  let failures = 0; // attempts in a row that brought nothing
  let alive = performance.now(); // when a connection brought something last
  let retry = 0;
  let rev = 0;
  let heard = 0;
  let said = 0;
  let reason = "";
  let spoken = false; // whether this socket brought anything
  let ticked = Date.now();

  function become(next, detail = "") {
    state = next;
    onState(next, detail);
  }

  function transmit(message) {
    if (socket?.readyState !== WebSocket.OPEN) return;
    socket.send(JSON.stringify(message));
    said = performance.now();
  }

  function drop() {
    clearTimeout(retry);
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
    socket = null;
  }

  function open({ anew = false } = {}) {
    drop();
    rev = 0;
    reason = "";
    spoken = false;
    reach.begin(anew);
    heard = performance.now();
    socket = new WebSocket(url + attempts.next());
    socket.onopen = opened;
    socket.onmessage = (event) => receive(JSON.parse(event.data));
    socket.onclose = (event) => lost(event.code);
  }

  /* Something is said at once, so that the server knows that this socket works both ways. */
  function opened() {
    heard = performance.now();
    reach.open();
    transmit({ type: "ping", rev });
    for (const { command } of pending.values()) transmit(command);
  }

  function receive(message) {
    heard = alive = performance.now();
    failures = 0;
    if (!spoken) {
      spoken = true;
      reach.heard();
      if (message.type !== "bye") become("open");
    }
    if (message.type === "ack" || message.type === "refused") return answer(message);
    if (message.type === "bye") reason = message.code;
    if (message.type.endsWith("_screen")) {
      if (message.rev < rev) return;
      rev = message.rev;
    }
    if (message.type !== "pong" && message.type !== "heartbeat") onMessage(message);
  }

  function answer(message) {
    const waiting = pending.get(message.id);
    if (!waiting) return;
    const why = message.type === "refused" && NOT_NOW.includes(message.code) ? message.code : "";
    if (waiting.slot) onUnstored(why);
    waiting.since = Infinity; // an answer, though not the last one
    // What somebody wishes, and did not change since, is sent until it can be stored; a press is not repeated by
    // itself.
    clearTimeout(waiting.again);
    if (waiting.slot && why) return void (waiting.again = setTimeout(sendAgain, AGAIN_MS, message.id, waiting));
    pending.delete(message.id);
    listen();
    waiting.resolve(message);
  }

  const sendAgain = (id, waiting) => pending.get(id) === waiting && transmit(waiting.command);

  function lost(code) {
    socket = null;
    if (code === 4001) return become("elsewhere");
    if (code === 4003) return become("refused", reason);
    comeBack(code === 4010 ? AT_ONCE_S : code === 4012 ? SOON_S : 0);
  }

  /* Come back after a random while of at most `most` seconds; 0: longer with every attempt that fails, though not much
   * as long as the connection may be back any moment. */
  function comeBack(most) {
    if (!spoken) reach.fail();
    drop();
    failures += 1;
    const patience = performance.now() - alive < AT_FIRST_MS ? LONGEST_AT_FIRST_S : LONGEST_S;
    const longest = most || Math.min(patience, SHORTEST_S * 2 ** failures);
    const shortest = Math.min(SHORTEST_S, longest / 10);
    become("waiting");
    retry = setTimeout(() => open(), 1000 * (shortest + Math.random() * (longest - shortest)));
  }

  /* A phone's frozen socket still looks open; whoever comes back to the page gets a fresh one at once. */
  function refresh() {
    if (state === "open" || state === "waiting" || state === "connecting") open({ anew: true });
  }

  function tick() {
    const jumped = Date.now() - ticked > JUMP_MS;
    ticked = Date.now();
    if (jumped) return refresh();
    reach.tick();
    listen();
    if (!socket) return;
    const now = performance.now();
    if (now - heard > DEAD_MS) giveUp();
    else if (now - said > QUIET_MS) transmit({ type: "ping", rev });
  }

  function giveUp() {
    silence.fall();
    comeBack(0);
  }

  const listen = () =>
    silence.look(
      heard,
      Array.from(pending.values(), ({ since }) => since),
      state === "open",
    );

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

  /* Whether there is a connection, as far as one can know, that brought something since `moment`. */
  function heardSince(moment) {
    return (
      navigator.onLine !== false && socket !== null && spoken && heard > Math.max(moment, performance.now() - LIVE_MS)
    );
  }

  /* Somebody is here now, whatever other pages of this browser do. */
  function comeHere() {
    attempts.come();
    refresh();
  }

  function reconnect() {
    failures = 0;
    attempts.come();
    become("connecting");
    open();
  }

  function close() {
    clearInterval(ticking);
    drop();
    become("closed");
  }

  const ticking = setInterval(tick, TICK_MS);
  document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && comeHere());
  window.addEventListener("pageshow", (event) => event.persisted && comeHere());
  window.addEventListener("online", refresh);
  open();
  return { send, close, reconnect, heardSince };
}
