/* The language of this page, said once by the server; and writing numbers, times and lists in it.
 *
 * Never read from the page's `lang`: a browser that translates changes that, also into what is no language tag. Where Intl does
 * not do what is asked, plain digits and commas do.
 */

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
  const plain = { format: (number) => String(Number(number.toFixed(most))).replace(".", LANGUAGE === "nl" ? "," : ".") };
  return made((language) => new Intl.NumberFormat(language, { minimumFractionDigits: least, maximumFractionDigits: most }), plain);
}

/** What writes moments (milliseconds since 1970 or a Date) with the parts that `options` names: an object with `format`. */
export function moments(options) {
  const plain = { format: (moment) => new Date(moment).toTimeString().slice(0, 5) };
  return made((language) => new Intl.DateTimeFormat(language, { hourCycle: "h23", ...options }), plain);
}

/** "a, b and c". */
export function listed(texts) {
  const plain = { format: (all) => all.join(", ") };
  return made((language) => new Intl.ListFormat(language, { type: "conjunction" }), plain).format(texts);
}

/** How many characters the eye counts in a text, as the server does near enough: an emoji is one, however it is made. */
export function width(text) {
  const plain = { segment: (all) => all.replace(/[\p{M}\u200c\u200d]/gu, "") };
  const parts = typeof Intl.Segmenter === "function" ? made((language) => new Intl.Segmenter(language), plain) : plain;
  return [...parts.segment(text)].length;
}
