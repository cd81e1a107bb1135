/* Texts in lines, where a drawing has no room for one: SVG breaks none. */
import { lastOf } from "./lists.js";

/** A text in as few lines of at most `chars` characters as it takes, about as long as each other. */
export function wrap(text, chars) {
  let lines = broken(text, chars);
  for (let most = chars - 1; most > 0; most -= 1) {
    const shorter = broken(text, most);
    if (shorter.length > lines.length) return lines;
    lines = shorter;
  }
  return lines;
}

/** A text in lines of at most `most` characters; a longer word has a line of its own. */
export function broken(text, most) {
  const lines = [""];
  for (const one of text.split(" ")) {
    const line = `${lastOf(lines)} ${one}`.trim();
    if (line.length <= most || !lastOf(lines)) lines[lines.length - 1] = line;
    else lines.push(one);
  }
  return lines;
}
