/* What the signs of tasks stand for, once for all streets: where lines have no room to name their task each time. */
import { word } from "../../state/words.js";
import { at, fillList, put, write } from "../shared/dom.js";
import { signOf } from "../street/street.js";
import { isWorded } from "./places.js";

/** Answer how the grid is laid out (`arrange()`), with the key under it where signs stand alone, if lines have any
 * that is no name (`hasSigns`). With that there may be
 * no room for lines any more: then these count for more than the key. */
export function withSignKey(arrange, world, codes, hasSigns) {
  const needsKey = (found) => hasSigns && isWorded(found) && !found.named;
  const key = at("sign-key");
  put(key, "hidden", true);
  const without = arrange();
  if (!needsKey(without)) return without;
  put(key, "hidden", false);
  fillList(key, codes, makeSign, (made, code, k) => {
    if (made.code === code) return;
    made.code = code;
    made.sign.replaceChildren(signOf(world, code, k, false));
    write(made.name, word(`task.${code}.name`));
  });
  const found = arrange();
  if (needsKey(found)) return found;
  put(key, "hidden", true);
  return arrange();
}

function makeSign() {
  const [node, sign, name] = ["span", "span", "span"].map((tag) => document.createElement(tag));
  sign.className = "street-sign";
  node.append(sign, name);
  return { node, sign, name, code: null };
}
