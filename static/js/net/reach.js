/* The way to the server: which attempt of this page a connection is, how long to wait for the next, why there is none
 * (whether plain requests reach the server while the socket does not, or neither does), and when silence has lasted so
 * long that it has to be said.
 *
 * "blocked" needs sockets that ended without a word, or still have none, after the server was seen to answer: a
 * restart of the server, or a Wi-Fi that is back, never looks like that. "away" is only said by a page that never
 * was connected. */
import { recall, remember } from "../ui/shared/dom.js";

const PAGES = "page-counter";
const FIRST_MS = 1500;
const ASK_MS = 2000;
const ASK_LATER_MS = 10000;
const PATIENCE_MS = 3000;
const VERDICT_MS = 6000;
const SILENT_MS = 3000;
const SILENT_OPEN_MS = 8500;
const SHORTEST_S = 0.3;
const LONGEST_S = 15;
const LONGEST_AT_FIRST_S = 3;
const AT_FIRST_MS = 30000;
const ENOUGH = 2;
const UNANSWERED_MS = 3000;

/** Counts the attempts of this page for the server, as the end of the socket's address. A network may let them through
 * in another order than they were made in, and one of the past must not take the place of what somebody looks at.
 * `come` rises above every page of this browser before it. */
export function createAttempts() {
  let page = 0;
  let number = 0;

  function come() {
    page = Math.max(Date.now(), (Number(recall("localStorage", PAGES)) || 0) + 1, page + 1);
    number = 0;
    remember("localStorage", PAGES, String(page)); // where that is refused the clock alone makes it rise
  }

  come();
  return { come, next: () => `?page=${page}&attempt=${++number}` };
}

/** How many ms to wait before the next attempt, at random: at most `most` seconds; 0: longer with every attempt that
 * fails (`failures` in a row), though not much as long as the connection may be back any moment (it was there `gone` ms
 * ago). */
export function pauseBefore(failures, gone, most) {
  const longest = most || Math.min(gone < AT_FIRST_MS ? LONGEST_AT_FIRST_S : LONGEST_S, SHORTEST_S * 2 ** failures);
  const shortest = Math.min(SHORTEST_S, longest / 10);
  return 1000 * (shortest + Math.random() * (longest - shortest));
}

/** `onSilence(true)` when a command, or the browser's word that there is no network, stays unanswered for three
 * seconds, or a connection is given up for its silence; `onSilence(false)` when that is over. */
export function createSilence(onSilence) {
  let offline = Infinity; // when the browser said that there is no network
  let silent = false;

  function become(isSilent) {
    if (isSilent !== silent) onSilence((silent = isSilent));
  }

  window.addEventListener("offline", () => (offline = performance.now()));
  return {
    /* The connection is given up. */
    fall: () => become(true),
    /* How it stands now: when something was heard last, since when commands wait (list), and whether there is a
     * connection. */
    look(heard, waiting, isOpen) {
      const now = performance.now();
      if (heard > offline) offline = Infinity;
      if ([offline, ...waiting].some((since) => now - since > UNANSWERED_MS)) become(true);
      else if (isOpen) become(false);
    },
  };
}

/** Follows the attempts to open the socket at `path`; `onTrouble` gets "blocked", "away" or, when it is over, "". */
export function createReach(path, onTrouble) {
  let since = null; // when being without a connection began
  let began = 0; // the newest attempt
  let opened = false;
  let answers = []; // when the server answered a question, in this time without a connection
  let failed = 0; // attempts that began after an answer and ended without a word
  let missed = 0; // questions in a row without an answer
  let asked = -Infinity;
  let asking = false;
  let known = false; // whether this page ever had a connection
  let trouble = "";

  function forget() {
    answers = [];
    failed = missed = 0;
  }

  function say(next) {
    if (trouble === next) return;
    trouble = next;
    onTrouble(next);
  }

  async function ask() {
    const about = since;
    const patience = new AbortController();
    const timer = setTimeout(() => patience.abort(), PATIENCE_MS);
    asked = performance.now();
    asking = true;
    const question = fetch(`/reach${path}`, { cache: "no-store", signal: patience.signal });
    // Any other status is somebody else's answer, such as a page to sign in at; and no answer is one as well.
    const answered = await question.then(
      ({ status }) => status === 204,
      () => false,
    );
    clearTimeout(timer);
    asking = false;
    if (since !== about) return;
    if (answered) {
      missed = 0;
      answers.push(performance.now());
    } else if (++missed >= ENOUGH) {
      answers = [];
      failed = 0;
    }
    judge();
  }

  function isBlocked(now) {
    if (failed >= ENOUGH) return true;
    const during = answers.filter((at) => at > began);
    if (during.length < ENOUGH) return false;
    return opened ? now - began > SILENT_OPEN_MS : now - during[0] > SILENT_MS;
  }

  function judge() {
    const now = performance.now();
    if (since === null || now - since < VERDICT_MS) return;
    // A question without an answer after one that had it: the server goes away, nothing stops sockets.
    if (!missed && isBlocked(now)) say("blocked");
    else if (missed >= ENOUGH) say(known ? "" : "away");
  }

  return {
    /* An attempt begins; `anew` when what was seen so far says nothing any more, as after sleep. */
    begin(anew) {
      began = performance.now();
      opened = false;
      if (anew) forget();
      if (anew || since === null) since = began;
    },
    open() {
      opened = true;
    },
    /* The attempt ended before a single message came. */
    fail() {
      if (answers.some((at) => at < began)) failed += 1;
    },
    /* A message came: there is a connection. */
    heard() {
      known = true;
      since = null;
      forget();
      say("");
    },
    tick() {
      if (since === null) return;
      const now = performance.now();
      if (!asking && now - since > FIRST_MS && now - asked > (trouble ? ASK_LATER_MS : ASK_MS) - 100) ask();
      judge();
    },
  };
}
