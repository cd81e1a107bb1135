/* A picture's paths in fewer bytes, for a page that is kept. */
import { outline } from "./paths.js";

/** A path as text in whole numbers, each command counted from where the last one ended: small pictures do not show
 * tenths, and are most of a kept page. What is rounded are the places, so nothing adds up. */
export function shortened(d) {
  let [x, y, startX, startY, last] = [0, 0, 0, 0, ""];
  let text = "";
  const write = (command, numbers) => {
    const told = numbers.map((number, index) => (index && number >= 0 ? ` ${number}` : `${number}`)).join("");
    text += command !== last || command === "m" ? command + told : told.replace(/^(?=\d)/, " ");
    last = command;
  };
  for (const [kind, ...exact] of outline("path", { d })) {
    const n = exact.map(Math.round);
    if (kind === "Z") {
      write("z", []);
      [x, y] = [startX, startY];
    } else if (kind === "L") {
      const [byX, byY] = [n[0] - x, n[1] - y];
      if (!byY) write("h", [byX]);
      else if (!byX) write("v", [byY]);
      else write("l", [byX, byY]);
    } else if (kind === "A") write("a", [...n.slice(0, 5), n[5] - x, n[6] - y]);
    else
      write(
        kind.toLowerCase(),
        n.map((number, index) => number - (index % 2 ? y : x)),
      );
    if (kind !== "Z") [x, y] = n.slice(-2);
    if (kind === "M") [startX, startY] = [x, y];
  }
  return text;
}
