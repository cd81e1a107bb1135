/* Codes to sentences: the catalogue and scenario words that came with the page, filled by the same rule as in Python. */
import { numbers } from "./language.js";

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
  const text = figure(number, digits);
  return text.startsWith("−") || text === "0" ? text : `+${text}`;
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

/** Whether there is a sentence for `code`. */
export function hasWord(code) {
  return code in WORDS;
}

/** Take in words that this page did not come with. */
export function addWords(words) {
  Object.assign(WORDS, words);
}

/** The sentence of `code` with its `{name}`s filled; a `count` of 1 takes `code.one`, others `code.other`, where those are
 * there. An unknown code shows as itself, so that it is seen and reported. */
export function word(code, params = {}) {
  const plural = `${code}.${params.count === 1 ? "one" : "other"}`;
  const text = WORDS[code] || WORDS[plural] || code;
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = params[name] ?? whole;
    return typeof value === "number" ? figure(value) : isolated(value);
  });
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
