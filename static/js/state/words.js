/* Codes to sentences, in the language of this page: the catalogue and scenario words that came with it, filled by
 * the same rule as in Python; and numbers, times and lists as that language writes them.
 *
 * The server says the language, once. The page's `lang` is not asked: a browser that translates changes that, also
 * into what is no language tag. Where Intl does not do what is asked, plain digits and commas do. */

/** The page's language: "nl" or "en". */
export const LANGUAGE = document.body.dataset.language === "en" ? "en" : "nl";

/* What `make` makes with this language, or `plain` where this browser has no such thing. */
function made(make, plain) {
  try {
    return make(LANGUAGE);
  } catch (error) {
    if (!(error instanceof RangeError) && !(error instanceof TypeError)) throw error;
    console.warn("plain writing instead of Intl:", error.message);
    return plain;
  }
}

/** What writes numbers with `least` to `most` decimals: an object with `format`. */
export function numbers(least, most) {
  const plain = {
    format: (number) => String(Number(number.toFixed(most))).replace(".", LANGUAGE === "nl" ? "," : "."),
  };
  return made(
    (language) => new Intl.NumberFormat(language, { minimumFractionDigits: least, maximumFractionDigits: most }),
    plain,
  );
}

/** What writes moments (milliseconds since 1970 or a Date) with the parts that `options` names: an object with
 * `format`. */
export function moments(options) {
  const plain = { format: (moment) => new Date(moment).toTimeString().slice(0, 5) };
  return made((language) => new Intl.DateTimeFormat(language, { hourCycle: "h23", ...options }), plain);
}

/** "a, b and c". */
export function listed(texts) {
  const plain = { format: (all) => all.join(", ") };
  return made((language) => new Intl.ListFormat(language, { type: "conjunction" }), plain).format(texts);
}

/** How many characters the eye counts in a text, as the server does near enough: an emoji is one, however it is
 * made. */
export function width(text) {
  const plain = { segment: (all) => all.replace(/[\p{M}\u200c\u200d]/gu, "") };
  const parts = typeof Intl.Segmenter === "function" ? made((language) => new Intl.Segmenter(language), plain) : plain;
  return [...parts.segment(text)].length;
}

const WORDS = JSON.parse(document.getElementById("words")?.textContent || "{}");
const FORMATS = [0, 1, 2].map((most) => numbers(0, most));
const MARK = numbers(1, 1);

/** The number as this language writes it, with at most `digits` (0–2) decimals and a real minus sign. */
export function figure(number, digits = 1) {
  const rounded = FORMATS[digits].format(number).replace("-", "−");
  return rounded === "−0" ? "0" : rounded;
}

/** Like `figure`, with a plus sign in front of what is more than nothing. */
export function signed(number, digits = 1) {
  const text = figure(number || 0, digits);
  return text.startsWith("−") || text === "0" ? text : `+${text}`;
}

/** Thousands of euros as euros: whole hundreds, or with 2 `digits` whole tens. */
export function euros(thousands, digits = 1) {
  return Math.round(thousands * 10 ** digits) * 10 ** (3 - digits);
}

/** A report mark: always with its decimal. */
export function mark(number) {
  return MARK.format(number).replace("-", "−");
}

/** What was added to or taken from a report mark: with its sign, always with its decimal. */
export function markChange(number) {
  const text = mark(Math.abs(number) < 0.05 ? 0 : number);
  return number < 0.05 ? text : `+${text}`;
}

/* The figures of a `Reason` that are money, with how exactly it is written. */
const MONEY = { cost: 1, budget: 1, money: 2 };

/** "1:05" for a number of ms, rounded to whole seconds. */
export function clockFace(ms) {
  const seconds = Math.max(0, Math.round(ms / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}

/** "1:05" for the ms that are left: 0:00 only when nothing is. */
export function timeLeft(ms) {
  return clockFace(Math.ceil(ms / 1000) * 1000);
}

/** The words of a `Reason` from the server: why a figure is what it is. */
export function reason({ code, params }) {
  const written = Object.entries(params).map(([name, value]) => [
    name,
    name in MONEY ? euros(value, MONEY[name]) : value,
  ]);
  return word(`why.${code}`, Object.fromEntries(written));
}

/** Whether there is a sentence for `code`. */
export function hasWord(code) {
  return code in WORDS;
}

/** Take in words that this page did not come with. */
export function addWords(words) {
  Object.assign(WORDS, words);
}

/** The sentence of `code` with its `{name}`s filled; `{name|task|tasks}` is "task" where the value is written as 1,
 * else "tasks"; a `count` of 1 takes `code.one`, others `code.other`, where those are there. An unknown code shows
 * as itself, so that it is seen and reported. */
export function word(code, params = {}) {
  const plural = `${code}.${written(params.count) === "1" ? "one" : "other"}`;
  const text = WORDS[code] || WORDS[plural] || code;
  return text.replace(/\{(\w+)(?:\|([^{}|]*)\|([^{}|]*))?\}/g, (whole, name, one, other) => {
    const value = written(params[name]);
    if (value === undefined) return whole;
    return one === undefined ? value : value === "1" ? one : other;
  });
}

function written(value) {
  if (typeof value === "number") return figure(value);
  return (value ?? null) === null ? undefined : isolated(value);
}

/* Letters that run from right to left, in the basic plane and (by their first halves) beyond. */
const RUNS_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\ud802\ud803\ud83a\ud83b]/;

/** A name or a text for the middle of a sentence: one that runs from right to left does not turn the rest. */
export function isolated(text) {
  return RUNS_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

/** The sentence of a `Text` from the server, or "" for none. */
export function sentence(text) {
  return text ? word(text.code, text.params) : "";
}

/** What happened to one of `tasks` (codes): its name, and the sentence. */
export function setbackLine({ task, sentence: what }, tasks) {
  return word("ui.setback", { task: word(`task.${tasks[task]}.name`), what: sentence(what) });
}

/** The news of a table as lines with their `kind`: what happened to the streets, with the name of its task, and the
 * rest. */
export function newsLines({ news, setbacks, tasks }) {
  const codes = tasks.map(({ code }) => code);
  return news.map((text) => {
    const setback = setbacks.find((one) => one.sentence.code === text.code);
    return setback ? { kind: "setback", text: setbackLine(setback, codes) } : { kind: "news", text: sentence(text) };
  });
}
