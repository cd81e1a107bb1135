/* The only WebSocket of the site: it stays connected, resends what was not answered (commands.js), and says how it is
 * doing.
 *
 * States: "connecting", "open" (the server has spoken), "waiting" (will come back by itself), "elsewhere" (opened
 * in another tab: `reconnect` takes it over), "refused" (not allowed; the detail is the server's code), "closed"
 * (closed by this page). What keeps it from connecting is told apart in `reach.js`. */
import { createCommands } from "./commands.js";
import { makePlaceFor, own } from "./release.js";
import { createAttempts, createReach, createSilence, pauseBefore } from "./reach.js";

/* So long without a word: we say that we are here (ours), a fresh socket (the server's); between ticks: we slept. */
const QUIET_MS = 4000;
const DEAD_MS = 9000;
const TICK_MS = 500;
const JUMP_MS = 5000;
const SOON_S = 1.5;
const AT_ONCE_S = 0.5;
const LIVE_MS = 6500; // the server says something every 5 s

/** Connect to `path` on this host and keep it so; `onMessage` gets everything but answers to commands, `onTrouble`
 * what keeps a connection away for longer ("blocked", "away", or "" when that is over), `onUnstored` why the
 * server could not store what was sent last, "" when it did, `onSilence` whether nothing is answered for three
 * seconds. */
export function connect(
  path,
  { onMessage, onState = () => {}, onTrouble = () => {}, onUnstored = () => {}, onSilence = () => {} },
) {
  const url = `${location.protocol === "https:" ? "wss:" : "ws:"}//${location.host}${path}`;
  const reach = createReach(path, onTrouble);
  const silence = createSilence(onSilence);
  const attempts = createAttempts();
  const commands = createCommands(transmit, onUnstored);
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
    socket = new WebSocket(`${url}${attempts.next()}${own && `&release=${own}`}`);
    socket.onopen = opened;
    socket.onmessage = (event) => receive(JSON.parse(event.data));
    socket.onclose = (event) => lost(event.code);
  }

  /* Something is said at once, so that the server knows that this socket works both ways. */
  function opened() {
    heard = performance.now();
    reach.open();
    transmit({ type: "ping", rev });
    commands.again();
  }

  function receive(message) {
    heard = alive = performance.now();
    failures = 0;
    if (!spoken) {
      spoken = true;
      reach.heard();
      if (message.type !== "bye") become("open");
    }
    if (message.type === "ack" || message.type === "refused") return answered(message);
    if (message.type === "bye") reason = message.code;
    if (message.type === "release") return makePlaceFor(message.release, () => commands.waiting().length > 0);
    if (message.type.endsWith("_screen")) {
      if (message.rev < rev) return;
      rev = message.rev;
    }
    if (message.type !== "pong" && message.type !== "heartbeat") onMessage(message);
  }

  function answered(message) {
    if (commands.answer(message)) listen();
  }

  /* Close codes: 4001 opened elsewhere, 4003 not allowed, 4010 this place moved, 4012 the server restarts. */
  function lost(code) {
    socket = null;
    if (code === 4001) return become("elsewhere");
    if (code === 4003) return become("refused", reason);
    comeBack(code === 4010 ? AT_ONCE_S : code === 4012 ? SOON_S : 0);
  }

  /* Come back after a while, of at most `most` seconds where that is known. */
  function comeBack(most) {
    if (!spoken) reach.fail();
    drop();
    failures += 1;
    become("waiting");
    retry = setTimeout(() => open(), pauseBefore(failures, performance.now() - alive, most));
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

  const listen = () => silence.look(heard, commands.waiting(), state === "open");

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
  return { send: commands.send, close, reconnect, heardSince };
}
