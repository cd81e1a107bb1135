/* This seat's set for the open phase: what is tapped here, what the server has, and what counts without a tap. A tap
 * shows at once and is sent as the whole set; it counts as sent only after the server's answer. */
import { recall, remember } from "../ui/shared/dom.js";
import { structure } from "./structure.js";

/* The rising number on this device's choices: a reload, a second tab or a lost storage may not make it fall back. */
const KEY = "choice-counter";
const START = Date.UTC(2026, 0, 1);
const MOST = 2 ** 31 - 1;
let newest = 0;

/** Raise the counter to at least `n`, as when the server turns out to know a higher one. */
function raise(n) {
  newest = Math.min(MOST, Math.max(newest, n));
  remember("localStorage", KEY, String(newest)); // where that is refused the clock alone makes it rise
}

/** The next number: tenths of seconds since 2026, or one more than the newest, whichever is higher. */
export function nextNumber() {
  const clock = Math.floor((Date.now() - START) / 100);
  raise(Math.max(newest, Number(recall("localStorage", KEY)) || 0, clock, 0) + 1);
  return newest;
}

const { chairs: CHAIRS } = structure;

/** What acts take of this seat's limit: evenings, hours, or tasks visited and inspected. */
export function spent(mine, items) {
  const takes = new Map(mine.figures.filter(({ kind }) => kind === "act").map((one) => [one.option, one.takes]));
  return items.reduce((sum, item) => sum + (takes.get(item) || 0), 0);
}

/** The refusal for acts over the limit, or null; `closer` when they are less far over it than `before`. */
export function overLimit(kind, mine, items, before) {
  if (kind !== "act" || !mine.limit_binds) return null;
  const now = spent(mine, items);
  if (now <= mine.limit + 1e-9) return null;
  const closer = now < spent(mine, before);
  return { code: CHAIRS[mine.role].over, params: { limit: mine.limit }, closer };
}

const KINDS = { act: "act", outcome: "respond" };

/** `changed()` is called after every change, `late()` for a choice that came after its phase had closed, `kept()`
 * when the server has all that was tapped. */
export function createDraft(send, { changed, late, kept }) {
  let screen = null;
  let kind = "";
  let local = null;
  let tapped = 0;
  let refusal = null;
  let unanswered = 0;
  let answered = 0; // the revision of the last answer

  /* Take over a new screen; an unanswered tap stays on top of it, and so does what was stored after its `rev`. */
  function show(table, mine, rev = Infinity) {
    if (screen && screen.table.step !== table.step) {
      local = refusal = null;
      unanswered = 0;
    } else if (screen && rev < answered) mine.stored = screen.mine.stored;
    screen = { table, mine };
    kind = mine.seat === null ? "watch" : (KINDS[table.phase] ?? CHAIRS[mine.role].agrees);
  }

  const stored = () => (screen.mine.stored[kind] ? pick(screen.mine.stored) : null);
  const gaps = () => ({ items: screen.table.tasks.map(() => null), funding: null });
  const pick = (choice) => ({ items: [...choice[kind]], funding: choice.funding ?? null });
  const prefill = () =>
    screen.table.round > 1 && kind !== "respond" && screen.mine.prefill[kind] ? pick(screen.mine.prefill) : null;
  const given = (found, index) => (index === "funding" ? found?.funding : found?.items[index]) ?? null;
  const current = () => local || stored();
  const rest = () => (kind === "act" ? CHAIRS[screen.mine.role].rest || null : null);

  function set(index, value) {
    const shown = current() || prefill() || gaps();
    const items = shown.items.map((item, k) => (k === index ? value : item));
    const funding = index === "funding" ? value : shown.funding;
    change({ items, funding }, index, shown);
  }

  /* A tap that goes over the limit is not kept, unless it comes closer to it (last round's set may be over it). */
  function change(wanted, index, before) {
    tapped = index;
    refusal = overLimit(kind, screen.mine, wanted.items, before.items);
    if (refusal && !refusal.closer) return changed();
    local = wanted;
    if (refusal) return changed();
    submit();
  }

  /* Make what counts now one's own choice, with `rest` where nothing does; answers whether that can be. */
  function keepAll() {
    const shown = current() || prefill() || gaps();
    const items = shown.items.map((item) => item ?? rest());
    if (JSON.stringify(items) === JSON.stringify(current()?.items)) return true;
    change({ items, funding: shown.funding }, "all", shown);
    return !refusal;
  }

  function submit() {
    const sent = local;
    const { step } = screen.table;
    const choice = { [kind]: sent.items, ...(kind === "deals" ? { funding: sent.funding } : {}) };
    unanswered += 1;
    send({ type: "choose", step, n: nextNumber(), choice }, "choose").then((answer) => settle(answer, sent, step));
    changed(); // after it has left: what cannot be drawn costs no choice
  }

  function settle(answer, sent, step) {
    const isOpen = screen.table.step === step;
    if (isOpen) unanswered -= 1;
    if (answer.type === "ack" && isOpen) {
      raise(answer.n || 0);
      answered = answer.rev ?? 0;
      screen.mine.stored = answer.stored;
      if (local === sent) local = null;
    }
    if (answer.type === "refused") {
      if (isOpen && local === sent) local = null;
      if (answer.code === "phase_closed") late();
      else if (isOpen) refusal = answer;
    }
    changed();
    if (answer.type === "ack" && isOpen && !unanswered) kept();
  }

  return {
    show,
    set,
    keepAll,
    get kind() {
      return kind;
    },
    /** The act that stands where no switch is on, null where this seat's options are a list. */
    get rest() {
      return rest();
    },
    get refusal() {
      return refusal && { ...refusal, task: tapped };
    },
    get isEmpty() {
      return !current();
    },
    /** What stands on a task (or "funding"): its value and its state "sent", "pending", "prefilled" or "". */
    on(index) {
      const own = given(current(), index);
      if (own !== null) return { value: own, state: local || unanswered ? "pending" : "sent" };
      const before = given(prefill(), index);
      return { value: before, state: before === null ? "" : "prefilled" };
    },
    /** Whether a task (or "funding") was tapped, also where the server does not have it yet. */
    has: (index) => given(current(), index) !== null,
    /** The items as they would count now, for the limit. */
    get items() {
      return (current() || prefill() || gaps()).items;
    },
    get hasPrefill() {
      return prefill() !== null;
    },
    /** Whether the server has all that was tapped here. */
    get isSent() {
      return !local && !unanswered;
    },
    /** What was tapped and is not with the server, null for nothing; `resume` takes it up again in the same step. */
    get unsent() {
      return local && { step: screen.table.step, kind, choice: local };
    },
    resume(left) {
      if (left && left.step === screen?.table.step && left.kind === kind) change(left.choice, "all", left.choice);
    },
    /** How many of the tasks (and the funding) have been chosen here. */
    get chosen() {
      const found = current() ?? gaps();
      return found.items.filter((item) => item !== null).length + (kind === "deals" && found.funding ? 1 : 0);
    },
  };
}
