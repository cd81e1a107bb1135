/* The signs of the tasks that a line speaks of, where names have no room: each under its own front in a small picture
 * of a street, and before its name in the line. */
import { nameIn } from "../../state/film.js";
import { partsAt } from "../../state/found_names.js";
import { html } from "../shared/svg.js";
import { layout } from "../street/sizes.js";
import { signOf } from "../street/street.js";
import { over } from "./name_plates.js";
import { theWorld } from "./world.js";

const SIGN = 72; // in units of the picture

/** A picture of a street of `kind` (`drawn`, with its `frame`) with the signs of the tasks in `codes`: as high whether
 * it has any or not. */
export function signed(drawn, frame, codes, kind) {
  const { width, height } = layout(kind, frame.tasks.length);
  return over(drawn, signsOf(frame, codes, kind), width, height + SIGN);
}

/** A picture with names (`drawn`) that has signs in their place where it is small: the style sheet says where. */
export function orSigned(drawn, frame, codes, kind) {
  drawn.lastElementChild.firstElementChild.append(...signsOf(frame, codes, kind));
  drawn.classList.add("or-signs");
  return drawn;
}

function signsOf(frame, codes, kind) {
  const { plots, height } = layout(kind, frame.tasks.length);
  return frame.tasks.flatMap(({ code }, k) => {
    if (!codes.includes(code)) return [];
    const sign = signOf(theWorld(), code, k, false);
    const place = { x: plots[k] - SIGN / 2, y: height, width: SIGN, height: SIGN };
    for (const [name, value] of Object.entries(place)) sign.setAttribute(name, String(Math.round(value)));
    return [sign];
  });
}

/** A `line` of a film with the sign of each task in `codes` before its name. */
export function withSigns(line, frame, codes, word) {
  const names = codes.map((code) => nameIn(code, word));
  const signBefore = (text, i) => {
    const sign = signOf(
      theWorld(),
      codes[i],
      frame.tasks.findIndex(({ code }) => code === codes[i]),
      false,
    );
    const [first] = text.split(" "); // a sign does not end a row
    return [html("span", "street-sign", sign, first), text.slice(first.length)];
  };
  const parts = [...line.childNodes].flatMap((node) =>
    node.nodeType === node.TEXT_NODE
      ? partsAt(node.data, names).flatMap(([text, i]) => (i === null ? [text] : signBefore(text, i)))
      : [node],
  );
  line.replaceChildren(...parts);
  return line;
}
