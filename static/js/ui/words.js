/* Codes to sentences: the catalogue and scenario words that came with the page, filled by the same rule as in Python. */

const WORDS = JSON.parse(document.getElementById("words")?.textContent || "{}");
const LANGUAGE = document.documentElement.lang || "nl";
const FORMATS = [0, 1].map(
  (digits) => new Intl.NumberFormat(LANGUAGE, { minimumFractionDigits: 0, maximumFractionDigits: digits }),
);

/** The number as this language writes it, with at most `digits` (0 or 1) decimals and a real minus sign. */
export function figure(number, digits = 1) {
  const rounded = FORMATS[digits].format(number).replace("-", "−");
  return rounded === "−0" ? "0" : rounded;
}

/** Like `figure`, with a plus sign in front of what is not negative. */
export function signed(number, digits = 1) {
  const text = figure(number, digits);
  return text.startsWith("−") ? text : `+${text}`;
}

/** Whether there is a sentence for `code`. */
export function hasWord(code) {
  return code in WORDS;
}

/** The sentence of `code` with its `{name}`s filled; a `count` of 1 takes `code.one`, others `code.other`, where those are
 * there. An unknown code shows as itself, so that it is seen and reported. */
export function word(code, params = {}) {
  const plural = `${code}.${params.count === 1 ? "one" : "other"}`;
  const text = WORDS[code] || WORDS[plural] || code;
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = params[name] ?? whole;
    return typeof value === "number" ? figure(value) : value;
  });
}

/** The sentence of a `Text` from the server, or "" for none. */
export function sentence(text) {
  return text ? word(text.code, text.params) : "";
}
