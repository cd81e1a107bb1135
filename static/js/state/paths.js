/* Paths of drawings as text, made short for a file. */

/** A path in whole numbers and without what can be left out: small pictures do not show tenths, and are most of the
 * file. Only for a path in absolute places, where nothing adds up. */
export function coarse(d) {
  const whole = d.replace(/-?\d*\.\d+/g, (number) => String(Math.round(number)));
  let before = "";
  const parts = whole.match(/[A-Za-z][^A-Za-z]*/g) ?? [];
  const written = parts.map((part) => {
    const isNext = part[0] === "L" && "ML".includes(before);
    before = part[0];
    return isNext ? ` ${part.slice(1).trim()}` : part.trim();
  });
  return written.join("").replace(/ -/g, "-");
}
