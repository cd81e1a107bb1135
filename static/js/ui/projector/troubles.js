/* What went wrong at the tasks of one table, each with its mark in the picture: complaints have none. */
import { at, copy, fillList, put, write } from "../shared/dom.js";
import { word } from "../../state/words.js";
import { markOf, troubleOf } from "./beat.js";
import { toldFirst } from "./stories.js";

/** Draw a line for each of these tasks that is in trouble. */
export function drawTroubles(tasks) {
  const list = at("troubles");
  const lines = toldFirst(tasks);
  list.hidden = !lines.length;
  fillList(
    list,
    lines,
    () => copy("trouble-line"),
    ({ node, parts }, task) => {
      node.hidden = false;
      put(parts.mark, "className", task.setback ? "bang everywhere" : "bang");
      write(parts.mark, markOf(task));
      write(parts.name, word(`task.${task.code}.name`));
      write(parts.text, troubleOf(task));
    },
  );
}

/** Have them in the least letters that can be read where those save a line: the picture has its room. */
export function fitTroubles() {
  const list = at("troubles");
  const lines = () => Math.round(list.offsetHeight / parseFloat(getComputedStyle(list).fontSize));
  list.classList.remove("is-fine");
  const large = lines();
  list.classList.add("is-fine");
  list.classList.toggle("is-fine", lines() < large);
}
